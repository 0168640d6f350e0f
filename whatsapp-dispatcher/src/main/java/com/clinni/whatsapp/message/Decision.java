package com.clinni.whatsapp.message;

import com.clinni.events.Cause;
import com.clinni.events.DeliveryState;
import com.clinni.whatsapp.message.Move.Attempt;
import org.jspecify.annotations.Nullable;

/**
 * A decision about what becomes of a message.
 *
 * @param cause why
 * @param detail a word more
 * @param possibleDuplicate whether the patient may have it already
 */
public record Decision(
        DeliveryState state,
        @Nullable Cause cause,
        @Nullable String detail,
        boolean possibleDuplicate) {

    static Decision of(DeliveryState state) {
        return new Decision(state, null, null, false);
    }

    static Decision because(DeliveryState state, @Nullable Cause cause) {
        return new Decision(state, cause, null, false);
    }

    static Decision withDetail(DeliveryState state, @Nullable String detail) {
        return new Decision(state, null, detail, false);
    }

    /** The same, and the patient may have the message already. */
    Decision flagged() {
        return new Decision(state, cause, detail, true);
    }

    /** Does it to a message. */
    public Move of(MessageFacts message) {
        return new Move(message, this, Attempt.COUNTED, null);
    }
}
