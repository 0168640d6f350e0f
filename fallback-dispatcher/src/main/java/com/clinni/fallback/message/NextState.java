package com.clinni.fallback.message;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryState;
import java.time.Instant;

/**
 * The state in which a decision leaves a message.
 *
 * @param channel the next channel, or null
 * @param cause why, or null
 * @param nextAt when it may leave, or null for never
 */
public record NextState(DeliveryState state, Channel channel, Cause cause, Instant nextAt) {

    /** It leaves over this channel, now or when the clinic's quiet hours end. */
    public static NextState leaves(Channel channel, Cause why, Instant at) {
        return new NextState(DeliveryState.RECEIVED, channel, why, at);
    }

    /** No channel takes it any more. */
    public static NextState ends(DeliveryState state, Cause cause) {
        return new NextState(state, null, cause, null);
    }

    /** Whether a channel is left that can take it, now or later. */
    public boolean hasChannel() {
        return state == DeliveryState.RECEIVED;
    }

    /** Whether it may leave over this channel now. */
    public boolean leavesBy(Channel by, Instant now) {
        return hasChannel() && channel == by && !nextAt.isAfter(now);
    }
}
