package com.clinni.whatsapp.message;

import com.clinni.events.Cause;
import com.clinni.events.DeliveryState;
import com.clinni.whatsapp.message.Move.Attempt;

/**
 * A decision about what becomes of a message.
 *
 * @param cause why, or null
 * @param detail a word more, or null
 * @param possibleDuplicate whether the patient may have it already
 */
public record Decision(DeliveryState state, Cause cause, String detail, boolean possibleDuplicate) {

    static Decision of(DeliveryState state) {
        return new Decision(state, null, null, false);
    }

    static Decision because(DeliveryState state, Cause cause) {
        return new Decision(state, cause, null, false);
    }

    static Decision withDetail(DeliveryState state, String detail) {
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
