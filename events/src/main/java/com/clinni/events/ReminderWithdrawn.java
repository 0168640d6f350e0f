package com.clinni.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A planned reminder must not leave any more. Published for each reminder of a moved or cancelled
 * appointment and for one that was sent by hand, whether or not it seems published: a dispatcher
 * that hears this first remembers it.
 */
public record ReminderWithdrawn(
        UUID reminderId,
        String appointmentId,
        long appointmentVersion,
        String clinicId,
        Reason reason,
        Instant at)
        implements Event {

    /** Why it is withdrawn. */
    public enum Reason {
        MOVED,
        CANCELLED,
        /** Somebody at the clinic sent it from the clinic's own phone. */
        SENT_BY_HAND
    }

    @Override
    public String topic() {
        return Topics.REMINDER_WITHDRAWN;
    }

    @Override
    public String key() {
        return appointmentId;
    }

    @Override
    public String id(int generation) {
        return reminderId + ":withdrawn";
    }
}
