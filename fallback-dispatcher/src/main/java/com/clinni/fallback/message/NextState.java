package com.clinni.fallback.message;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryState;
import java.time.Instant;

/**
 * Where a step leaves a message.
 *
 * @param channel the next channel, or null
 * @param cause why, or null
 * @param nextAt when to look again, or null for never
 */
public record NextState(DeliveryState state, Channel channel, Cause cause, Instant nextAt) {

    /**
     * @param why what made the step necessary, or null
     */
    public static NextState of(Step step, Cause why, Instant now) {
        return switch (step) {
            case Step.By(var channel) -> new NextState(DeliveryState.RECEIVED, channel, why, now);
            case Step.WaitUntil(var end) ->
                    new NextState(DeliveryState.RECEIVED, Channel.SMS, why, end);
            case Step.NotWanted() -> ended(DeliveryState.NOT_WANTED, why);
            case Step.Suppressed() -> ended(DeliveryState.SUPPRESSED, why);
            case Step.Expired() -> ended(DeliveryState.EXPIRED, why);
            case Step.NeedsAttention(var cause) -> ended(DeliveryState.NEEDS_ATTENTION, cause);
        };
    }

    private static NextState ended(DeliveryState state, Cause cause) {
        return new NextState(state, null, cause, null);
    }
}
