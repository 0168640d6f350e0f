package com.clinni.whatsapp.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decision about one message, carried out only while the message is as it was read.
 *
 * @param attempt whether its last attempt counts
 * @param notBefore until when it waits, if that is to change
 */
public record Move(
        MessageFacts message, Decision decision, Attempt attempt, @Nullable Instant notBefore) {

    /** Whether a try to send counts against the message. */
    public enum Attempt {
        COUNTED,
        TAKEN_BACK
    }

    /** The same, and the message waits until then. */
    public Move notBefore(Instant until) {
        return new Move(message, decision, attempt, until);
    }

    /** The same, and its last attempt counts, or does not. */
    public Move counting(boolean counts) {
        var counted = counts ? Attempt.COUNTED : Attempt.TAKEN_BACK;
        return new Move(message, decision, counted, notBefore);
    }
}
