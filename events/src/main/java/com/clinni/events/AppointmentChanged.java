package com.clinni.events;

import org.jspecify.annotations.Nullable;

/**
 * A change of a visit: booked, moved or cancelled, as by the REST calls of appointments-service.
 *
 * @param appointmentId the clinic's own id of the visit: another clinic may use the same one
 * @param version grows with every change of the appointment; an older one than known is ignored. At
 *     most 2^53 - 1, the largest whole number that every JSON reader keeps exactly
 * @param startsAt ISO date-time with an offset, or local together with {@code zone}; none when
 *     cancelled
 * @param zone IANA zone of a local {@code startsAt}
 * @param durationMinutes none when not known
 * @param patient none when cancelled
 */
public record AppointmentChanged(
        Change change,
        String clinicId,
        String appointmentId,
        long version,
        @Nullable String startsAt,
        @Nullable String zone,
        @Nullable Integer durationMinutes,
        @Nullable Patient patient)
        implements Event {

    /** What happened to the appointment. */
    public enum Change {
        BOOKED,
        MOVED,
        CANCELLED
    }

    @Override
    public String topic() {
        return Topics.APPOINTMENT_CHANGED;
    }

    @Override
    public String key() {
        return appointmentId;
    }

    @Override
    public String id(int generation) {
        return appointmentId + ":" + version;
    }
}
