package com.clinni.events;

/**
 * A visit was booked, moved or cancelled: the same as the REST calls of appointments-service.
 *
 * @param version grows with every change of the appointment; an older one than known is ignored
 * @param startsAt ISO date-time with an offset, or local together with {@code zone}; null when
 *     cancelled
 * @param zone IANA zone of a local {@code startsAt}, else null
 * @param durationMinutes null when not known
 * @param patient null when cancelled
 */
public record AppointmentChanged(
        Change change,
        String clinicId,
        String appointmentId,
        long version,
        String startsAt,
        String zone,
        Integer durationMinutes,
        Patient patient)
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
