package com.clinni.appointments.appointment;

import com.clinni.appointments.VisitId;
import com.clinni.events.Patient;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit as it stands.
 *
 * @param version grows with every change
 * @param planVersion the version whose reminders count: it changes with the start only
 * @param startsAt unless it was cancelled before anybody heard of its booking
 * @param patient as {@code startsAt}
 * @param agendaKey who and which day, when it came from an agenda file
 */
public record Appointment(
        String appointmentId,
        String clinicId,
        long version,
        long planVersion,
        boolean cancelled,
        @Nullable Instant startsAt,
        @Nullable Integer durationMinutes,
        @Nullable Patient patient,
        @Nullable UUID agendaKey) {

    /** Which visit it is. */
    public VisitId id() {
        return new VisitId(clinicId, appointmentId);
    }

    static Appointment booked(Booking booking, long version) {
        return new Appointment(
                booking.appointmentId(),
                booking.clinicId(),
                version,
                version,
                false,
                booking.startsAt(),
                booking.durationMinutes(),
                booking.patient(),
                booking.agendaKey());
    }

    /** Cancelled without having been known: what an older event says of it is ignored. */
    static Appointment tombstone(VisitId visit, long version) {
        return new Appointment(
                visit.appointmentId(),
                visit.clinicId(),
                version,
                version,
                true,
                null,
                null,
                null,
                null);
    }

    /** The version of the next change: never one that looks older than this. */
    long nextVersion() {
        return version == Long.MAX_VALUE ? version : version + 1;
    }

    Appointment cancelled(long newVersion) {
        return new Appointment(
                appointmentId,
                clinicId,
                newVersion,
                newVersion,
                true,
                startsAt,
                durationMinutes,
                patient,
                agendaKey);
    }

    Appointment movedTo(Instant start, long newVersion) {
        return new Appointment(
                appointmentId,
                clinicId,
                newVersion,
                newVersion,
                false,
                start,
                durationMinutes,
                patient,
                agendaKey);
    }

    /** Other details, the same start: its reminders stay. */
    Appointment refreshed(Booking booking, long newVersion) {
        return new Appointment(
                appointmentId,
                clinicId,
                newVersion,
                planVersion,
                false,
                startsAt,
                booking.durationMinutes(),
                booking.patient(),
                agendaKey);
    }

    /** The same patient under another id. */
    public Appointment withPatientId(String patientId) {
        return new Appointment(
                appointmentId,
                clinicId,
                version,
                planVersion,
                cancelled,
                startsAt,
                durationMinutes,
                patient == null
                        ? null
                        : new Patient(
                                patientId,
                                patient.firstName(),
                                patient.phone(),
                                patient.email(),
                                patient.language(),
                                patient.optedOut()),
                agendaKey);
    }

    boolean isAt(Instant start) {
        return !cancelled && start.equals(startsAt);
    }

    boolean isAsBooked(Booking booking) {
        return isAt(booking.startsAt())
                && Objects.equals(durationMinutes, booking.durationMinutes())
                && Objects.equals(patient, booking.patient());
    }
}
