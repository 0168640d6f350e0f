package com.clinni.appointments.manual;

import com.clinni.appointments.Fault;
import com.clinni.appointments.Problem;
import com.clinni.appointments.Retrying;
import com.clinni.appointments.Storable;
import com.clinni.appointments.appointment.Appointment;
import com.clinni.appointments.appointment.Appointments;
import com.clinni.appointments.correction.Corrections;
import com.clinni.appointments.reminder.PublicState;
import com.clinni.appointments.reminder.SentByHand;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;

/** What a person says after a link was opened: sent, or not. */
@ApplicationScoped
class ByHand {

    static final int LONGEST_NAME = 60;

    private static final Logger LOG = Logger.getLogger(ByHand.class);

    private final Appointments appointments;
    private final SentByHand reminders;
    private final Corrections corrections;
    private final ByHandRows rows;
    private final Clock clock;

    ByHand(
            Appointments appointments,
            SentByHand reminders,
            Corrections corrections,
            ByHandRows rows,
            Clock clock) {
        this.appointments = appointments;
        this.reminders = reminders;
        this.corrections = corrections;
        this.rows = rows;
        this.clock = clock;
    }

    /** What became of what somebody said. */
    sealed interface Said {

        /**
         * It is kept.
         *
         * @param reminderId the reminder that was closed, or null when none was
         * @param state where that reminder stands; one that is being sent by itself right now says
         *     so
         */
        record Kept(Heard result, UUID reminderId, PublicState state) implements Said {

            /** No reminder was closed. */
            static Kept nothing(Heard result) {
                return new Kept(result, null, null);
            }
        }

        record Not(Problem problem) implements Said {}
    }

    /** Whether the visit is this clinic's: its page presses no other clinic's buttons. */
    boolean isOf(String clinicId, String appointmentId) {
        return appointments
                .one(appointmentId)
                .filter(visit -> visit.clinicId().equals(clinicId))
                .isPresent();
    }

    /**
     * "I sent it": the visit's next reminder is done, and leaves no other way.
     *
     * @param version the plan of which the link's text speaks; null when nobody knows
     */
    Said sent(String appointmentId, Long version, String by) {
        if (by == null || by.isBlank()) {
            return new Said.Not(Problem.unprocessable(Fault.required("by")));
        }
        if (by.length() > LONGEST_NAME || !Storable.is(by)) {
            return new Said.Not(Problem.unprocessable(Fault.invalid("by")));
        }
        return about(appointmentId, version, (visit, told) -> close(visit, told, by.strip()));
    }

    /** "I did not send it": nobody is asked again until the link is opened anew. */
    Said notSent(String appointmentId, Long version) {
        return about(
                appointmentId,
                version,
                (visit, told) -> {
                    rows.notSent(appointmentId, told);
                    return Said.Kept.nothing(Heard.NOT_SENT);
                });
    }

    /** With the visit held: a move that comes meanwhile is seen, or sees what was said. */
    private Said about(
            String appointmentId, Long version, BiFunction<Appointment, Long, Said> what) {
        return Retrying.once(
                () ->
                        appointments
                                .held(appointmentId)
                                .filter(visit -> visit.patient() != null)
                                .map(visit -> about(visit, version, what))
                                .orElseGet(
                                        () ->
                                                new Said.Not(
                                                        Problem.unknown("UNKNOWN_APPOINTMENT"))));
    }

    private Said about(Appointment visit, Long version, BiFunction<Appointment, Long, Said> what) {
        var seen = version == null ? visit.planVersion() : version;
        return seen < 1 || seen > visit.planVersion()
                ? new Said.Not(Problem.unprocessable(Fault.invalid("version")))
                : what.apply(visit, rows.spokenOf(visit.appointmentId(), seen));
    }

    private Said close(Appointment visit, long told, String by) {
        var isChanged = told < visit.planVersion();
        if (visit.cancelled() && !isChanged) {
            return new Said.Not(Problem.of(409, "CANCELLED", null));
        }
        var now = clock.instant();
        if (!rows.sent(visit.appointmentId(), told, by, now)) {
            return Said.Kept.nothing(Heard.SENT_ALREADY);
        }
        var closed = reminders.close(visit.appointmentId(), told, by, now);
        LOG.infof(
                "visit %s sent by hand, reminder %s",
                visit.appointmentId(), closed.map(SentByHand.Closed::reminderId).orElse(null));
        if (isChanged) {
            corrections.consider(List.of(visit.appointmentId()), now);
            return Said.Kept.nothing(Heard.CHANGED_SINCE);
        }
        return closed.map(each -> new Said.Kept(Heard.CLOSED, each.reminderId(), each.state()))
                .orElseGet(() -> Said.Kept.nothing(Heard.NOTHING_OPEN));
    }
}
