package com.clinni.appointments.manual.sent;

import com.clinni.appointments.FieldFault;
import com.clinni.appointments.RetryingTransactions;
import com.clinni.appointments.VisitId;
import com.clinni.appointments.appointment.Appointment;
import com.clinni.appointments.appointment.Appointments;
import com.clinni.appointments.correction.Corrections;
import com.clinni.appointments.reminder.PublicState;
import com.clinni.appointments.reminder.withdraw.ManualClosing;
import com.clinni.events.audit.AuditAction;
import com.clinni.platform.access.CurrentCaller;
import com.clinni.platform.audit.AccessEntry;
import com.clinni.platform.audit.AccessLog;
import com.clinni.platform.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Stores what a person says after a link was opened: sent, or not. */
@ApplicationScoped
public class SentByHandReports {

    private static final Logger LOG = Logger.getLogger(SentByHandReports.class);

    private final Appointments appointments;
    private final ManualClosing reminders;
    private final Corrections corrections;
    private final ManualSendings rows;
    private final AccessLog log;
    private final Clock clock;

    SentByHandReports(
            Appointments appointments,
            ManualClosing reminders,
            Corrections corrections,
            ManualSendings rows,
            AccessLog log,
            Clock clock) {
        this.appointments = appointments;
        this.reminders = reminders;
        this.corrections = corrections;
        this.rows = rows;
        this.log = log;
        this.clock = clock;
    }

    /** What became of what somebody said. */
    public sealed interface Reply {

        /**
         * It is kept.
         *
         * @param reminderId the reminder that was closed, if one was
         * @param state where that reminder stands; one that is being sent by itself right now says
         *     so
         */
        record Kept(SentByHandResult result, @Nullable UUID reminderId, @Nullable PublicState state)
                implements Reply {

            /** No reminder was closed. */
            static Kept nothing(SentByHandResult result) {
                return new Kept(result, null, null);
            }
        }

        record Refused(Problem problem) implements Reply {}
    }

    /**
     * "I sent it": the visit's next reminder is done, and leaves no other way.
     *
     * @param version the plan of which the link's text speaks, if anybody knows
     */
    public Reply sent(VisitId asked, @Nullable Long version) {
        return about(asked, version, this::close);
    }

    /** "I did not send it": nobody is asked again until the link is opened anew. */
    public Reply notSent(VisitId asked, @Nullable Long version) {
        return about(
                asked,
                version,
                (visit, told) -> {
                    if (rows.notSent(asked, told)) {
                        record(AuditAction.NOT_SENT_BY_HAND, visit);
                    }
                    return Reply.Kept.nothing(SentByHandResult.NOT_SENT);
                });
    }

    /** With the visit held: a move that comes meanwhile is seen, or sees what was said. */
    private Reply about(
            VisitId asked, @Nullable Long version, BiFunction<Appointment, Long, Reply> what) {
        return RetryingTransactions.once(
                () ->
                        appointments
                                .held(asked)
                                .filter(visit -> visit.patient() != null)
                                .map(visit -> about(visit, version, what))
                                .orElseGet(
                                        () ->
                                                new Reply.Refused(
                                                        Problem.of(
                                                                404,
                                                                "UNKNOWN_APPOINTMENT",
                                                                null))));
    }

    private Reply about(
            Appointment visit, @Nullable Long version, BiFunction<Appointment, Long, Reply> what) {
        var seen = version == null ? visit.planVersion() : version;
        return seen < 1 || seen > visit.planVersion()
                ? new Reply.Refused(FieldFault.invalid("version").problem())
                : what.apply(visit, rows.spokenOf(visit.id(), seen));
    }

    private void record(AuditAction action, Appointment visit) {
        log.done(AccessEntry.of(action).at(visit.clinicId()).about(visit.appointmentId()));
    }

    private Reply close(Appointment visit, long told) {
        var isChanged = told < visit.planVersion();
        if (visit.cancelled() && !isChanged) {
            return new Reply.Refused(Problem.of(409, "CANCELLED", null));
        }
        var by = CurrentCaller.get().subject();
        var now = clock.instant();
        if (!rows.sent(visit.id(), told, by, now)) {
            return Reply.Kept.nothing(SentByHandResult.SENT_ALREADY);
        }
        record(AuditAction.SENT_BY_HAND, visit);
        var closed = reminders.close(visit.id(), told, by, now);
        LOG.infof(
                "visit %s sent by hand, reminder %s",
                visit.appointmentId(), closed.map(ManualClosing.Closed::reminderId).orElse(null));
        if (isChanged) {
            corrections.consider(List.of(visit.id()), now);
            return Reply.Kept.nothing(SentByHandResult.CHANGED_SINCE);
        }
        return closed.map(
                        each ->
                                new Reply.Kept(
                                        SentByHandResult.CLOSED, each.reminderId(), each.state()))
                .orElseGet(() -> Reply.Kept.nothing(SentByHandResult.NOTHING_OPEN));
    }
}
