package com.clinni.appointments.correction;

import com.clinni.appointments.reminder.PublicState;
import org.jspecify.annotations.Nullable;

/** The degree of certainty that a message reached its patient. */
enum DeliveryKnowledge {
    /** The patient has it, or may have it for good. */
    TOLD,
    /** It may arrive yet: nobody can say. */
    OPEN,
    NOT_TOLD;

    /**
     * Judges by what was told of it.
     *
     * @param published whether it left this service; one that did not was sent by hand
     * @param possibleDuplicate whether a doubt about it was closed
     * @param reported the dispatchers' last word, if they said any
     */
    static DeliveryKnowledge of(
            boolean published,
            boolean byHand,
            boolean possibleDuplicate,
            @Nullable PublicState reported) {
        if (published && isOpen(reported)) {
            return OPEN;
        }
        return byHand || possibleDuplicate || isHeard(reported) ? TOLD : NOT_TOLD;
    }

    private static boolean isOpen(@Nullable PublicState reported) {
        return switch (reported) {
            case null -> true;
            case SCHEDULED, QUEUED, RETRYING, SENDING, IN_DOUBT, FALLBACK -> true;
            case SENT, DELIVERED, READ, SENT_BY_HAND, DOUBT_CLOSED -> false;
            case SKIPPED, EXPIRED, CANCELLED, NOT_DELIVERED, DISCARDED -> false;
        };
    }

    private static boolean isHeard(@Nullable PublicState reported) {
        return switch (reported) {
            case null -> false;
            case SENT, DELIVERED, READ, SENT_BY_HAND, DOUBT_CLOSED -> true;
            case SCHEDULED, QUEUED, RETRYING, SENDING, IN_DOUBT, FALLBACK -> false;
            case SKIPPED, EXPIRED, CANCELLED, NOT_DELIVERED, DISCARDED -> false;
        };
    }
}
