package com.clinni.fallback.message;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state in which a decision leaves a message.
 *
 * @param channel the next channel
 * @param cause why
 * @param nextAt when it may leave, if ever
 * @param detail a short stable word more, for the timeline
 */
public record NextState(
        DeliveryState state,
        @Nullable Channel channel,
        @Nullable Cause cause,
        @Nullable Instant nextAt,
        @Nullable String detail) {

    /** It leaves over this channel, now or when the clinic's quiet hours end. */
    public static NextState leaves(Channel channel, @Nullable Cause why, Instant at) {
        return new NextState(DeliveryState.RECEIVED, channel, why, at, null);
    }

    /** No channel takes it any more. */
    public static NextState ends(DeliveryState state, @Nullable Cause cause) {
        return new NextState(state, null, cause, null, null);
    }

    /** Nothing is sent, by somebody's wish. */
    public static NextState unwanted(
            DeliveryState state, @Nullable Cause cause, @Nullable String detail) {
        return new NextState(state, null, cause, null, detail);
    }

    /** Whether a channel is left that can take it, now or later. */
    public boolean hasChannel() {
        return state == DeliveryState.RECEIVED;
    }

    /** Whether it may leave over this channel now. */
    public boolean leavesBy(Channel by, Instant now) {
        return hasChannel() && channel == by && nextAt != null && !nextAt.isAfter(now);
    }
}
