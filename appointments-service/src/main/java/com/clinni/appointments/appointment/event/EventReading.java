package com.clinni.appointments.appointment.event;

import com.clinni.appointments.FieldFault;
import com.clinni.appointments.VisitId;
import com.clinni.appointments.appointment.Booking;
import com.clinni.appointments.appointment.PatientCheck;
import com.clinni.appointments.appointment.VisitChange;
import com.clinni.appointments.appointment.VisitStart;
import com.clinni.events.AppointmentChanged;
import com.clinni.events.Cause;
import com.clinni.events.EventReader;
import com.clinni.events.Reading;
import com.clinni.events.Topics;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record of the topic of changed appointments as it was read: a change, or why it cannot be used.
 */
sealed interface EventReading {

    EventReader<AppointmentChanged> READER =
            new EventReader<>(AppointmentChanged.class, Topics.APPOINTMENT_CHANGED);

    /** Shifted: the hour asked for is skipped that night, so the visit begins an hour later. */
    record Understood(VisitChange change, boolean isShifted) implements EventReading {}

    record Rejected(Cause cause, @Nullable String field) implements EventReading {}

    static EventReading of(ConsumerRecord<String, byte[]> record, Instant now) {
        return switch (READER.read(record.headers(), record.value())) {
            case Reading.Rejected<AppointmentChanged>(var cause, var field) ->
                    new Rejected(cause, field);
            case Reading.Read<AppointmentChanged>(var event) -> of(event, now);
        };
    }

    private static EventReading of(AppointmentChanged event, Instant now) {
        if (event.change() == AppointmentChanged.Change.CANCELLED) {
            return new Understood(
                    new VisitChange.CancelledElsewhere(
                            new VisitId(event.clinicId(), event.appointmentId()), event.version()),
                    false);
        }
        var fault = patientFault(event);
        if (fault.isPresent()) {
            return new Rejected(causeOf(fault.get()), fault.get().field());
        }
        var zone = zone(event.zone());
        if (event.zone() != null && zone.isEmpty()) {
            return new Rejected(Cause.SCHEMA_INVALID, "zone");
        }
        var written = Objects.requireNonNull(event.startsAt(), "a visit to come without a start");
        return switch (VisitStart.read(written, zone.orElse(null))) {
            case VisitStart.At at when !at.isTooFarAhead(now) -> booked(event, at);
            case VisitStart.At ignored -> new Rejected(Cause.SCHEMA_INVALID, "startsAt");
            case VisitStart.Unreadable() -> new Rejected(Cause.SCHEMA_INVALID, "startsAt");
            case VisitStart.WithoutZone() -> new Rejected(Cause.SCHEMA_INVALID, "startsAt");
        };
    }

    private static EventReading booked(AppointmentChanged event, VisitStart.At at) {
        return new Understood(
                new VisitChange.BookedElsewhere(
                        new Booking(
                                event.appointmentId(),
                                event.clinicId(),
                                at.instant(),
                                event.durationMinutes(),
                                event.patient(),
                                null),
                        event.version()),
                at.inGap());
    }

    private static Optional<FieldFault> patientFault(AppointmentChanged event) {
        var patient = event.patient();
        if (patient == null) {
            return Optional.empty();
        }
        return patient.firstName() != null
                        && patient.firstName().length() > PatientCheck.LONGEST_NAME
                ? Optional.of(FieldFault.tooLong("patient.firstName"))
                : PatientCheck.idFault(patient).or(() -> PatientCheck.addressFault(patient));
    }

    private static Cause causeOf(FieldFault fault) {
        return switch (fault.code()) {
            case FieldFault.TOO_LONG, PatientCheck.NATIONAL_ID -> Cause.SCHEMA_INVALID;
            default -> Cause.valueOf(fault.code());
        };
    }

    private static Optional<ZoneId> zone(@Nullable String written) {
        return Optional.ofNullable(written)
                .filter(ZoneId.getAvailableZoneIds()::contains)
                .map(ZoneId::of);
    }
}
