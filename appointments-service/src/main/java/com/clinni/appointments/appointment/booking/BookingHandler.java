package com.clinni.appointments.appointment.booking;

import com.clinni.appointments.FieldFault;
import com.clinni.appointments.FieldWarning;
import com.clinni.appointments.VisitId;
import com.clinni.appointments.appointment.Appointment;
import com.clinni.appointments.appointment.Appointments;
import com.clinni.appointments.appointment.Booking;
import com.clinni.appointments.appointment.ChangeOutcome;
import com.clinni.appointments.appointment.ChangeOutcome.Refused;
import com.clinni.appointments.appointment.ChangeOutcome.Why;
import com.clinni.appointments.appointment.PatientCheck;
import com.clinni.appointments.appointment.VisitChange;
import com.clinni.appointments.appointment.VisitStart;
import com.clinni.appointments.appointment.booking.BookingResult.Done;
import com.clinni.appointments.appointment.booking.BookingResult.NotDone;
import com.clinni.appointments.clinic.Clinic;
import com.clinni.appointments.clinic.Clinics;
import com.clinni.appointments.reminder.PlannedBy;
import com.clinni.appointments.reminder.plan.ReminderPlanner;
import com.clinni.events.Patient;
import com.clinni.events.audit.AuditAction;
import com.clinni.platform.audit.AccessEntry;
import com.clinni.platform.audit.AccessLog;
import com.clinni.platform.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Books, moves and cancels for people at a screen, inside the caller's transaction. */
@ApplicationScoped
class BookingHandler {

    private final Appointments appointments;
    private final Clinics clinics;
    private final ReminderPlanner reminders;
    private final AccessLog log;
    private final Clock clock;

    BookingHandler(
            Appointments appointments,
            Clinics clinics,
            ReminderPlanner reminders,
            AccessLog log,
            Clock clock) {
        this.appointments = appointments;
        this.clinics = clinics;
        this.reminders = reminders;
        this.log = log;
        this.clock = clock;
    }

    BookingResult book(String clinicId, BookingBody body) {
        var clinic = clinics.named(clinicId);
        if (clinic.isEmpty()) {
            return new NotDone(Problem.of(404, Why.UNKNOWN_CLINIC.name(), null));
        }
        var now = clock.instant();
        return switch (start(body.startsAt(), clinic.get(), now)) {
            case Start.Invalid(var fault) -> new NotDone(fault.problem());
            case Start.Valid(var start) -> {
                var patient = body.patient().patient();
                var id =
                        body.appointmentId() == null
                                ? UUID.randomUUID().toString()
                                : body.appointmentId();
                var booking =
                        new Booking(
                                id,
                                clinicId,
                                start.instant(),
                                body.durationMinutes(),
                                patient,
                                null);
                yield apply(new VisitChange.Book(booking), warnings(start, patient), now);
            }
        };
    }

    BookingResult move(VisitId visit, String startsAt) {
        if (appointments.one(visit).isEmpty()) {
            return new NotDone(Problem.of(404, Why.UNKNOWN_APPOINTMENT.name(), null));
        }
        var now = clock.instant();
        var clinic = clinics.named(visit.clinicId()).orElseThrow();
        return switch (start(startsAt, clinic, now)) {
            case Start.Invalid(var fault) -> new NotDone(fault.problem());
            case Start.Valid(var start) ->
                    apply(new VisitChange.Move(visit, start.instant()), warnings(start), now);
        };
    }

    ChangeOutcome cancel(VisitId visit) {
        return changed(new VisitChange.Cancel(visit), clock.instant());
    }

    private BookingResult apply(VisitChange change, List<FieldWarning> warnings, Instant now) {
        var outcome = changed(change, now);
        if (outcome instanceof Refused(var why)) {
            return new NotDone(problem(why));
        }
        var visit = change.visit();
        var answer = new BookingAnswer(visit.appointmentId(), reminders.planned(visit), warnings);
        return new Done(outcome instanceof ChangeOutcome.Booked, answer);
    }

    private ChangeOutcome changed(VisitChange change, Instant now) {
        var outcome = appointments.apply(List.of(change), PlannedBy.API, now).getFirst();
        switch (outcome) {
            case ChangeOutcome.Booked(var visit) -> record(AuditAction.VISIT_BOOKED, visit);
            case ChangeOutcome.Refreshed(var visit) -> record(AuditAction.VISIT_BOOKED, visit);
            case ChangeOutcome.Moved(var visit) -> record(AuditAction.VISIT_MOVED, visit);
            case ChangeOutcome.Cancelled(var visit) -> record(AuditAction.VISIT_CANCELLED, visit);
            case ChangeOutcome.Unchanged _, ChangeOutcome.Stale _, Refused _ -> {
                // nothing has changed
            }
        }
        return outcome;
    }

    private void record(AuditAction action, Appointment visit) {
        log.done(AccessEntry.of(action).at(visit.clinicId()).about(visit.appointmentId()));
    }

    private static List<FieldWarning> warnings(VisitStart.At start, Patient patient) {
        return Stream.of(warnings(start), PatientCheck.addressWarnings(patient))
                .flatMap(List::stream)
                .toList();
    }

    private static List<FieldWarning> warnings(VisitStart.At start) {
        return start.inGap()
                ? List.of(
                        new FieldWarning(
                                "TIME_IN_DST_GAP",
                                "startsAt",
                                "The clocks skip this time: the visit begins an hour later."))
                : List.of();
    }

    static Problem problem(Why why) {
        return switch (why) {
            case UNKNOWN_APPOINTMENT, UNKNOWN_CLINIC -> Problem.of(404, why.name(), null);
            case CONFLICT -> Problem.of(409, why.name(), "appointmentId");
            case CANCELLED -> Problem.of(409, why.name(), null);
            case PATIENT_MISSING -> FieldFault.required("patient").problem();
        };
    }

    private sealed interface Start {
        record Valid(VisitStart.At at) implements Start {}

        record Invalid(FieldFault fault) implements Start {}
    }

    private static Start start(String written, Clinic clinic, Instant now) {
        return switch (VisitStart.read(written, clinic.zone())) {
            case VisitStart.Unreadable() -> new Start.Invalid(FieldFault.invalid("startsAt"));
            case VisitStart.WithoutZone() -> new Start.Invalid(FieldFault.invalid("startsAt"));
            case VisitStart.At at when at.isTooFarAhead(now) ->
                    new Start.Invalid(new FieldFault("TOO_FAR_AHEAD", "startsAt"));
            case VisitStart.At at when at.isPast(now) ->
                    new Start.Invalid(new FieldFault("IN_THE_PAST", "startsAt"));
            case VisitStart.At at -> new Start.Valid(at);
        };
    }
}
