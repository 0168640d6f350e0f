package com.clinni.appointments.appointment.event;

import com.clinni.appointments.appointment.Appointments;
import com.clinni.appointments.appointment.ChangeOutcome;
import com.clinni.appointments.appointment.ChangeOutcome.Refused;
import com.clinni.appointments.appointment.ChangeOutcome.Stale;
import com.clinni.appointments.appointment.VisitChange;
import com.clinni.appointments.appointment.event.EventReading.Rejected;
import com.clinni.appointments.appointment.event.EventReading.Understood;
import com.clinni.appointments.appointment.event.SeenEvents.Seen;
import com.clinni.appointments.outbox.UnusableRecords;
import com.clinni.appointments.reminder.PlannedBy;
import com.clinni.events.Cause;

import io.micrometer.core.instrument.MeterRegistry;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Applies events about appointments, inside the caller's transaction. */
@ApplicationScoped
class AppointmentEvents {

    private static final Logger LOG = Logger.getLogger(AppointmentEvents.class);

    private final Appointments appointments;
    private final SeenEvents seenEvents;
    private final UnusableRecords unusable;
    private final MeterRegistry metrics;
    private final Clock clock;

    AppointmentEvents(
            Appointments appointments,
            SeenEvents seenEvents,
            UnusableRecords unusable,
            MeterRegistry metrics,
            Clock clock) {
        this.appointments = appointments;
        this.seenEvents = seenEvents;
        this.unusable = unusable;
        this.metrics = metrics;
        this.clock = clock;
    }

    private record Readable(
            ConsumerRecord<String, byte[]> record, VisitChange change, boolean isShifted) {}

    void store(List<ConsumerRecord<String, byte[]>> records) {
        var now = clock.instant();
        var readable = new ArrayList<Readable>();
        for (var record : records) {
            switch (EventReading.of(record, now)) {
                case Rejected(var cause, var field) -> unusable.bury(record, cause, field, now);
                case Understood(var change, var isShifted) ->
                        readable.add(new Readable(record, change, isShifted));
            }
        }
        apply(unseen(readable, now), now);
    }

    private List<Readable> unseen(List<Readable> readable, Instant now) {
        var unseen = new ArrayList<Readable>();
        var seen = seenEvents.remember(readable.stream().map(Readable::record).toList(), now);
        for (var i = 0; i < readable.size(); i++) {
            switch (seen.get(i)) {
                case Seen.NEVER -> unseen.add(readable.get(i));
                case Seen.JUST_SO -> ignore("repeated");
                case Seen.OTHERWISE ->
                        unusable.bury(readable.get(i).record(), Cause.CONFLICT, "ce_id", now);
            }
        }
        return unseen;
    }

    private void apply(List<Readable> unseen, Instant now) {
        var changes = unseen.stream().map(Readable::change).toList();
        var outcomes = appointments.apply(changes, PlannedBy.EVENT, now);
        for (var i = 0; i < unseen.size(); i++) {
            switch (outcomes.get(i)) {
                case Refused(var why) -> refuse(unseen.get(i).record(), why, now);
                case Stale() -> ignore("older-version");
                default -> applied(unseen.get(i));
            }
        }
    }

    private void applied(Readable event) {
        metrics.counter("appointments.events.applied").increment();
        if (event.isShifted()) {
            metrics.counter("appointments.events.shifted").increment();
            LOG.warnf(
                    "appointment=%s TIME_IN_DST_GAP field=startsAt",
                    event.change().appointmentId());
        }
    }

    /** Its id stays free: the same event may be replayed when the clinic is known. */
    private void refuse(ConsumerRecord<String, byte[]> record, ChangeOutcome.Why why, Instant now) {
        seenEvents.forget(record);
        switch (why) {
            case UNKNOWN_CLINIC -> unusable.bury(record, Cause.UNKNOWN_CLINIC, "clinicId", now);
            case CONFLICT -> unusable.bury(record, Cause.CONFLICT, "appointmentId", now);
            case PATIENT_MISSING -> unusable.bury(record, Cause.SCHEMA_INVALID, "patient", now);
            case UNKNOWN_APPOINTMENT, CANCELLED ->
                    unusable.bury(record, Cause.CONFLICT, "appointmentId", now);
        }
    }

    private void ignore(String reason) {
        metrics.counter("events.ignored", "reason", reason).increment();
    }
}
