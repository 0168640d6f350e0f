package com.clinni.appointments.manual.link;

import com.clinni.appointments.FieldFault;
import com.clinni.appointments.RetryingTransactions;
import com.clinni.appointments.VisitId;
import com.clinni.appointments.appointment.Appointment;
import com.clinni.appointments.appointment.Appointments;
import com.clinni.appointments.clinic.Clinic;
import com.clinni.appointments.clinic.Clinics;
import com.clinni.appointments.manual.sent.ManualSendings;
import com.clinni.appointments.optout.LineOptOuts;
import com.clinni.events.Channel;
import com.clinni.events.Patient;
import com.clinni.events.contact.Checked;
import com.clinni.events.contact.PhoneCheck;
import com.clinni.events.contact.PhoneNumber;
import com.clinni.platform.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the link for one visit, or says why there is none. */
@ApplicationScoped
class ManualLinks {

    /** What browsers and operating systems hand on without cutting it. */
    static final int LONGEST_URL = 8_000;

    /** The patient wrote BAJA to Clinni's number: whoever writes all the same says so. */
    static final String ASKS_AGAIN = "NUMBER_OPTED_OUT";

    private static final String PHONE = "patient.phone";
    private static final int CONFLICT = 409;
    private static final int UNAVAILABLE = 503;

    private final Appointments appointments;
    private final Clinics clinics;
    private final ReminderTexts texts;
    private final ManualSendings rows;
    private final LineOptOuts optOuts;
    private final Clock clock;

    ManualLinks(
            Appointments appointments,
            Clinics clinics,
            ReminderTexts texts,
            ManualSendings rows,
            LineOptOuts optOuts,
            Clock clock) {
        this.appointments = appointments;
        this.clinics = clinics;
        this.texts = texts;
        this.rows = rows;
        this.optOuts = optOuts;
        this.clock = clock;
    }

    /** A link, or the problem that stands in its place. */
    sealed interface Answer {
        record Link(ManualLink link) implements Answer {}

        record None(Problem problem) implements Answer {}
    }

    /**
     * @param seen the version that a page shows, whose text is wanted, if not the visit's as it is
     * @param sure whether who asks knows that the number opted out
     */
    Answer of(VisitId asked, @Nullable Long seen, boolean sure) {
        var visit = appointments.one(asked).orElse(null);
        var patient = visit == null ? null : visit.patient();
        var start = visit == null ? null : visit.startsAt();
        if (visit == null || patient == null || start == null) {
            return new Answer.None(Problem.of(404, "UNKNOWN_APPOINTMENT", null));
        }
        return whyNot(visit, start, patient, seen)
                .<Answer>map(Answer.None::new)
                .orElseGet(
                        () ->
                                switch (PhoneCheck.check(patient.phone())) {
                                    case Checked.Usable<PhoneNumber>(var phone)
                                            when !sure
                                                    && optOuts.contain(phone, visit.clinicId()) ->
                                            new Answer.None(
                                                    Problem.of(CONFLICT, ASKS_AGAIN, PHONE));
                                    case Checked.Usable<PhoneNumber>(var phone) ->
                                            link(visit, start, patient, phone);
                                    case Checked.Refused<PhoneNumber>(var cause) ->
                                            none(new FieldFault(cause.name(), PHONE));
                                });
    }

    private Optional<Problem> whyNot(
            Appointment visit, Instant start, Patient patient, @Nullable Long seen) {
        if (visit.cancelled()) {
            return Optional.of(Problem.of(CONFLICT, "CANCELLED", null));
        }
        if (!start.isAfter(clock.instant())) {
            return Optional.of(Problem.of(CONFLICT, "IN_THE_PAST", "startsAt"));
        }
        if (seen != null && seen != visit.planVersion()) {
            return Optional.of(Problem.of(CONFLICT, "CHANGED_SINCE", null));
        }
        return patient.optedOut().contains(Channel.WHATSAPP)
                ? Optional.of(Problem.of(CONFLICT, "OPTED_OUT", "patient.optedOut"))
                : Optional.empty();
    }

    private Answer link(Appointment visit, Instant start, Patient patient, PhoneNumber phone) {
        var clinic = clinics.named(visit.clinicId()).orElseThrow();
        return switch (texts.of(start, clinic, patient)) {
            case ReminderTexts.Text(var text) -> given(visit, link(clinic, visit, phone, text));
            case ReminderTexts.Refused(var fault) -> none(fault);
            case ReminderTexts.Away() ->
                    new Answer.None(Problem.of(UNAVAILABLE, "TEXTS_UNAVAILABLE", null));
        };
    }

    /** Whoever takes the link is asked later whether it was sent. */
    private Answer given(Appointment visit, Answer answer) {
        if (answer instanceof Answer.Link) {
            RetryingTransactions.once(
                    () -> {
                        rows.linkGiven(visit, clock.instant());
                        return visit;
                    });
        }
        return answer;
    }

    private static Answer link(Clinic clinic, Appointment visit, PhoneNumber phone, String text) {
        var opens = LinkTarget.by(clinic.manualSending());
        var url = opens.url(phone, text);
        return url.length() > LONGEST_URL
                ? none(FieldFault.tooLong("text"))
                : new Answer.Link(new ManualLink(url, text, opens, visit.planVersion()));
    }

    private static Answer none(FieldFault fault) {
        return new Answer.None(fault.problem());
    }
}
