package com.clinni.faultharness.check;

import static com.clinni.faultharness.check.EvidenceBuilder.NOON;
import static com.clinni.faultharness.check.EvidenceBuilder.REMINDER;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.faultharness.check.Tolerance.Interval;
import com.clinni.faultharness.load.Policy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeenWronglyTest {

    private static final long AN_HOUR = Duration.ofHours(1).toSeconds();

    @Test
    void twice_over_one_channel_or_two_is_doubled() {
        found(ViolationKind.DOUBLED, EvidenceBuilder.heardByWhatsApp().seen("whatsapp", 90));
        found(ViolationKind.DOUBLED, EvidenceBuilder.heardByWhatsApp().seen("mail", 90));
    }

    @Test
    void twice_is_excused_where_the_system_said_that_it_may_be_so() {
        var twice = EvidenceBuilder.heardByWhatsApp().seen("mail", 90).flagged("SENT");

        assertThat(twice.judged().of(ViolationKind.DOUBLED)).isEmpty();
    }

    @Test
    void more_flagged_than_the_faults_explain_is_wrong_in_itself() {
        var flagged = EvidenceBuilder.heardByWhatsApp().flagged("SENT");

        assertThat(flagged.judged().of(ViolationKind.FLAGGED)).hasSize(1);
        assertThat(flagged.allowing(Tolerance.none().inFlight(1)).judged().violations()).isEmpty();
        assertThat(flagged.allowing(Tolerance.none().silentLines(1)).judged().violations())
                .isEmpty();
        assertThat(
                        flagged.allowing(Tolerance.none().inFlight(1).largestShare(0.001))
                                .judged()
                                .of(ViolationKind.FLAGGED))
                .hasSize(1);
    }

    @Test
    void a_doubt_that_was_closed_counts_as_flagged() {
        var closed = EvidenceBuilder.by(Policy.WHATSAPP_ONLY).shown("DOUBT_CLOSED");

        assertThat(closed.judged().of(ViolationKind.FLAGGED)).hasSize(1);
        assertThat(closed.judged().of(ViolationKind.LOST)).isEmpty();
    }

    @Test
    void after_its_send_before_is_late() {
        found(
                ViolationKind.LATE,
                EvidenceBuilder.by(Policy.EMAIL)
                        .shown("SENT")
                        .seen("mail", 5 * AN_HOUR + 15 * 60 + 1));
    }

    @Test
    void in_quiet_hours_anything_but_an_email_is_late() {
        var policy = Policy.WHATSAPP_IN_QUIET_HOURS;

        found(ViolationKind.LATE, EvidenceBuilder.by(policy).shown("SENT").seen("whatsapp", 60));
        assertThat(EvidenceBuilder.by(policy).shown("SENT").seen("mail", 60).judged().violations())
                .isEmpty();
    }

    @Test
    void soon_after_a_withdrawal_is_excused_and_later_is_late() {
        found(ViolationKind.LATE, EvidenceBuilder.heardByWhatsApp().withdrawn(52));
        assertThat(EvidenceBuilder.heardByWhatsApp().withdrawn(54).judged().violations()).isEmpty();
    }

    @Test
    void while_a_service_is_dead_a_withdrawal_takes_longer() {
        var trouble = new Interval(NOON.plusSeconds(30), NOON.plusSeconds(40));
        var allowed = Tolerance.none().disturbances(List.of(trouble));

        assertThat(
                        EvidenceBuilder.heardByWhatsApp()
                                .withdrawn(35)
                                .allowing(allowed)
                                .judged()
                                .violations())
                .isEmpty();
        found(
                ViolationKind.LATE,
                EvidenceBuilder.heardByWhatsApp().withdrawn(50).allowing(allowed));
    }

    @Test
    void a_trouble_longer_than_that_excuses_until_its_end_and_not_longer() {
        var trouble = new Interval(NOON.minusSeconds(60), NOON.plusSeconds(30));
        var allowed = Tolerance.none().disturbances(List.of(trouble));
        var longer = new Interval(NOON.minusSeconds(60), NOON.plusSeconds(90));

        found(
                ViolationKind.LATE,
                EvidenceBuilder.heardByWhatsApp().withdrawn(-50).allowing(allowed));
        assertThat(
                        EvidenceBuilder.heardByWhatsApp()
                                .withdrawn(-50)
                                .allowing(Tolerance.none().disturbances(List.of(longer)))
                                .judged()
                                .violations())
                .isEmpty();
    }

    @Test
    void a_stranger_who_sees_something_is_unexpected() {
        var run = EvidenceBuilder.heardByWhatsApp();
        run.seen("mail", 61, "somebody.else@example.com", run.text("18:30"), 0);

        assertThat(run.judged().of(ViolationKind.UNEXPECTED))
                .singleElement()
                .returns("mail-1", Violation::id);
    }

    @Test
    void the_words_of_another_reminder_are_unexpected() {
        var run = EvidenceBuilder.by(Policy.EMAIL).shown("SENT");

        found(ViolationKind.UNEXPECTED, run.seen("mail", 60, run.text("19:31")));
        found(
                ViolationKind.UNEXPECTED,
                EvidenceBuilder.heardByWhatsApp().seen("mail", 60, "Centro Otro, 18:30"));
    }

    @Test
    void a_channel_that_the_clinic_does_not_use_is_unexpected() {
        found(
                ViolationKind.UNEXPECTED,
                EvidenceBuilder.by(Policy.WHATSAPP_ONLY).shown("SENT").seen("mail", 60));
        found(
                ViolationKind.UNEXPECTED,
                EvidenceBuilder.by(Policy.EMAIL).shown("SENT").seen("whatsapp", 60));
        assertThat(
                        EvidenceBuilder.by(Policy.WHATSAPP_OR_EMAIL)
                                .shown("SENT")
                                .seen("mail", 60)
                                .judged())
                .matches(CheckResult::isGood);
    }

    @Test
    void a_name_in_a_log_is_a_leak() {
        assertThat(
                        EvidenceBuilder.heardByWhatsApp()
                                .leak("a.log line 7")
                                .judged()
                                .of(ViolationKind.LEAKED))
                .singleElement()
                .returns("a.log line 7", Violation::why);
    }

    private static void found(ViolationKind kind, EvidenceBuilder run) {
        assertThat(run.judged().of(kind)).singleElement().returns(REMINDER, Violation::id);
    }
}
