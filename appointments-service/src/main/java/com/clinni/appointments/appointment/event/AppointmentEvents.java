package com.clinni.appointments.appointment.event;

import com.clinni.appointments.appointment.Appointments;
import com.clinni.appointments.appointment.ChangeOutcome;
import com.clinni.appointments.appointment.ChangeOutcome.Refused;
import com.clinni.appointments.appointment.ChangeOutcome.Stale;
import com.clinni.appointments.appointment.VisitChange;
import com.clinni.appointments.appointment.event.EventReading.Rejected;
import com.clinni.appointments.appointment.event.EventReading.Understood;
import com.clinni.appointments.appointment.event.SeenEvents.ClinicEvent;
import com.clinni.appointments.appointment.event.SeenEvents.Seen;
import com.clinni.appointments.reminder.PlannedBy;
import com.clinni.events.Cause;
import com.clinni.events.DeliveryReported;
import com.clinni.events.kafka.CloudEventHeaders;
import com.clinni.platform.erasure.Erasures;
import com.clinni.platform.erasure.Erasures.Said;
import com.clinni.platform.intake.DeadLetterPublisher;
import com.clinni.platform.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Applies events about appointments, inside the caller's transaction. */
@ApplicationScoped
class AppointmentEvents {

    private static final Logger LOG = Logger.getLogger(AppointmentEvents.class);

    private final Appointments appointments;
    private final SeenEvents seenEvents;
    private final Erasures erasures;
    private final DeadLetterPublisher deadLetters;
    private final Outbox outbox;
    private final MeterRegistry metrics;
    private final Clock clock;

    AppointmentEvents(
            Appointments appointments,
            SeenEvents seenEvents,
            Erasures erasures,
            DeadLetterPublisher deadLetters,
            Outbox outbox,
            MeterRegistry metrics,
            Clock clock) {
        this.appointments = appointments;
        this.seenEvents = seenEvents;
        this.erasures = erasures;
        this.deadLetters = deadLetters;
        this.outbox = outbox;
        this.metrics = metrics;
        this.clock = clock;
    }

    private record UsableEvent(
            ConsumerRecord<String, byte[]> record, VisitChange change, boolean isShifted) {

        ClinicEvent seen() {
            return new ClinicEvent(change.visit().clinicId(), record);
        }

        Optional<Said> said() {
            return change instanceof VisitChange.BookedElsewhere(var booking, _)
                    ? Optional.ofNullable(booking.patient())
                            .map(who -> new Said(booking.clinicId(), who.patientId(), saidAt()))
                    : Optional.empty();
        }

        /** As its sender dates it; else when the broker got it. */
        private Instant saidAt() {
            return CloudEventHeaders.time(record.headers())
                    .orElseGet(() -> Instant.ofEpochMilli(record.timestamp()));
        }
    }

    void store(List<ConsumerRecord<String, byte[]>> records) {
        var now = clock.instant();
        var readable = new ArrayList<UsableEvent>();
        for (var record : records) {
            switch (EventReading.of(record, now)) {
                case Rejected(var cause, var field) -> deadLetters.bury(record, cause, field);
                case Understood(var change, var isShifted) ->
                        readable.add(new UsableEvent(record, change, isShifted));
            }
        }
        apply(unseen(current(readable), now), now);
    }

    /** Events from before an erasure do not bring a patient's data back. */
    private List<UsableEvent> current(List<UsableEvent> readable) {
        var erased =
                erasures.among(readable.stream().flatMap(each -> each.said().stream()).toList());
        var current = new ArrayList<UsableEvent>();
        for (var event : readable) {
            if (event.said().filter(erased::contains).isPresent()) {
                ignore("erased");
            } else {
                current.add(event);
            }
        }
        return current;
    }

    private List<UsableEvent> unseen(List<UsableEvent> readable, Instant now) {
        var unseen = new ArrayList<UsableEvent>();
        var seen = seenEvents.remember(readable.stream().map(UsableEvent::seen).toList(), now);
        for (var i = 0; i < readable.size(); i++) {
            switch (seen.get(i)) {
                case Seen.NEW -> unseen.add(readable.get(i));
                case Seen.REPEATED -> ignore("repeated");
                case Seen.CONFLICTING ->
                        deadLetters.bury(readable.get(i).record(), Cause.CONFLICT, "ce_id");
            }
        }
        return unseen;
    }

    private void apply(List<UsableEvent> unseen, Instant now) {
        var changes = unseen.stream().map(UsableEvent::change).toList();
        var outcomes = appointments.apply(changes, PlannedBy.EVENT, now);
        var past = new ArrayList<DeliveryReported>();
        for (var i = 0; i < unseen.size(); i++) {
            PastVisit.reported(unseen.get(i).record(), outcomes.get(i), now).ifPresent(past::add);
            switch (outcomes.get(i)) {
                case Refused(var why) -> refuse(unseen.get(i), why);
                case Stale() -> ignore("older-version");
                default -> applied(unseen.get(i));
            }
        }
        outbox.addEvents(past, now);
    }

    private void applied(UsableEvent event) {
        metrics.counter("appointments.events.applied").increment();
        if (event.isShifted()) {
            metrics.counter("appointments.events.shifted").increment();
            LOG.warnf(
                    "appointment=%s TIME_IN_DST_GAP field=startsAt",
                    event.change().visit().appointmentId());
        }
    }

    /** Its id stays free: the same event may be replayed when the clinic is known. */
    private void refuse(UsableEvent event, ChangeOutcome.Why why) {
        seenEvents.forget(event.seen());
        var record = event.record();
        switch (why) {
            case UNKNOWN_CLINIC -> deadLetters.bury(record, Cause.UNKNOWN_CLINIC, "clinicId");
            case CONFLICT -> deadLetters.bury(record, Cause.CONFLICT, "appointmentId");
            case PATIENT_MISSING -> deadLetters.bury(record, Cause.SCHEMA_INVALID, "patient");
            case UNKNOWN_APPOINTMENT, CANCELLED ->
                    deadLetters.bury(record, Cause.CONFLICT, "appointmentId");
        }
    }

    private void ignore(String reason) {
        metrics.counter("events.ignored", "reason", reason).increment();
    }
}
