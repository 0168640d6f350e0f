package com.clinni.appointments.appointment.event;

import com.clinni.appointments.appointment.Appointment;
import com.clinni.appointments.appointment.ChangeOutcome;
import com.clinni.appointments.appointment.ChangeOutcome.Booked;
import com.clinni.appointments.appointment.ChangeOutcome.Moved;
import com.clinni.appointments.appointment.VisitStart;
import com.clinni.events.DeliveryReported;
import com.clinni.events.DeliveryState;
import com.clinni.events.kafka.CloudEventHeaders;
import com.clinni.events.kafka.DeadLetters.Origin;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A visit that an event books, or moves, to a time that is over. It is kept, since what was planned
 * before must not leave; nobody is reminded, and the service that sent the event is told why.
 */
final class PastVisit {

    /** The code that HTTP answers to the same. */
    private static final String CODE = "IN_THE_PAST";

    private PastVisit() {}

    /** The report, if there is one: later changes of a visit that is over are no mistake. */
    static Optional<DeliveryReported> reported(
            ConsumerRecord<String, byte[]> record, ChangeOutcome outcome, Instant now) {
        return switch (outcome) {
            case Booked(var visit) -> reported(record, visit, now);
            case Moved(var visit) -> reported(record, visit, now);
            default -> Optional.empty();
        };
    }

    private static Optional<DeliveryReported> reported(
            ConsumerRecord<String, byte[]> record, Appointment visit, Instant now) {
        return Optional.ofNullable(visit.startsAt())
                .filter(start -> new VisitStart.At(start, false).isPast(now))
                .map(start -> report(record, visit, now));
    }

    private static DeliveryReported report(
            ConsumerRecord<String, byte[]> record, Appointment visit, Instant now) {
        var origin = new Origin(record.topic(), record.partition(), record.offset());
        return new DeliveryReported(
                        origin.reportId(),
                        visit.appointmentId(),
                        visit.version(),
                        visit.clinicId(),
                        CloudEventHeaders.generation(record.headers()),
                        1,
                        now,
                        DeliveryState.EXPIRED,
                        null,
                        0,
                        null,
                        CODE,
                        false)
                .atField("startsAt");
    }
}
