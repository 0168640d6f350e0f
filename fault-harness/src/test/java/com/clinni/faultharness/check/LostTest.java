package com.clinni.faultharness.check;

import static com.clinni.faultharness.check.EvidenceBuilder.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.faultharness.check.Tolerance.Interval;
import com.clinni.faultharness.load.Policy;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LostTest {

    @Test
    void what_was_sent_and_seen_once_is_well() {
        assertThat(EvidenceBuilder.heardByWhatsApp().judged().violations()).isEmpty();
    }

    @Test
    void what_the_system_does_not_know_is_lost() {
        assertLost(EvidenceBuilder.by(Policy.WHATSAPP_OR_EMAIL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SCHEDULED", "QUEUED", "RETRYING", "SENDING", "IN_DOUBT", "FALLBACK"})
    void what_came_to_no_end_is_lost(String state) {
        assertLost(EvidenceBuilder.by(Policy.WHATSAPP_OR_EMAIL).shown(state));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SENT", "DELIVERED", "READ"})
    void what_is_said_to_be_sent_and_nobody_saw_is_lost(String state) {
        assertLost(EvidenceBuilder.by(Policy.WHATSAPP_OR_EMAIL).shown(state));
        assertLost(EvidenceBuilder.by(Policy.WHATSAPP_OR_EMAIL).flagged(state));
    }

    @Test
    void what_a_silent_line_swallowed_is_excused_only_where_it_is_flagged() {
        var silent = Tolerance.none().silentLines(1);

        assertLost(EvidenceBuilder.by(Policy.WHATSAPP_OR_EMAIL).shown("SENT").allowing(silent));
        assertWell(EvidenceBuilder.by(Policy.WHATSAPP_OR_EMAIL).flagged("SENT").allowing(silent));
    }

    @Test
    void what_nobody_could_deliver_has_to_stand_in_plain_sight() {
        assertLost(EvidenceBuilder.by(Policy.EMAIL).shown("NOT_DELIVERED"));
        assertWell(EvidenceBuilder.by(Policy.EMAIL).shown("NOT_DELIVERED").inPlainSight());
    }

    @Test
    void what_whatsapp_was_there_for_in_time_must_not_wait_for_a_person() {
        assertLost(
                EvidenceBuilder.by(Policy.WHATSAPP_OR_EMAIL).shown("NOT_DELIVERED").inPlainSight());
        assertWell(
                EvidenceBuilder.toALandline(Policy.WHATSAPP_OR_EMAIL)
                        .shown("NOT_DELIVERED")
                        .inPlainSight());
        assertWell(
                EvidenceBuilder.by(Policy.WHATSAPP_OR_EMAIL)
                        .flagged("NOT_DELIVERED")
                        .inPlainSight());
        assertWell(
                EvidenceBuilder.by(Policy.WHATSAPP_OR_EMAIL)
                        .shown("NOT_DELIVERED", "IN_DOUBT")
                        .inPlainSight());
    }

    /** Its send-before is at 17:15. */
    @ParameterizedTest
    @CsvSource({"16:59, true", "17:00, false", "17:05, false", "17:15, false"})
    void a_line_that_came_back_too_late_excuses_what_waits_for_a_person(
            LocalTime back, boolean isLost) {
        var until = NOON.atZone(ZoneOffset.UTC).with(back).toInstant();
        var outage = Tolerance.none().outages(List.of(new Interval(NOON, until)));
        var run =
                EvidenceBuilder.by(Policy.WHATSAPP_OR_EMAIL)
                        .shown("NOT_DELIVERED")
                        .inPlainSight()
                        .allowing(outage);

        assertThat(run.judged().of(ViolationKind.LOST)).hasSize(isLost ? 1 : 0);
    }

    @Test
    void silence_is_no_loss_only_where_the_clinic_chose_it_and_whatsapp_cannot_be() {
        assertLost(EvidenceBuilder.by(Policy.WHATSAPP_OR_EMAIL).shown("SKIPPED"));
        assertLost(EvidenceBuilder.by(Policy.WHATSAPP_ONLY).shown("SKIPPED"));
        assertWell(EvidenceBuilder.toALandline(Policy.WHATSAPP_ONLY).shown("SKIPPED"));
        assertWell(EvidenceBuilder.toAFailingNumber(Policy.WHATSAPP_ONLY).shown("SKIPPED"));
    }

    @Test
    void whom_the_gateway_fails_at_is_reached_otherwise_or_lost() {
        var failing = EvidenceBuilder.toAFailingNumber(Policy.WHATSAPP_OR_EMAIL);

        assertLost(failing.shown("SENT"));
        assertWell(failing.shown("SENT").seen("mail", 60));
        assertLost(EvidenceBuilder.toAFailingNumber(Policy.WHATSAPP_OR_EMAIL).shown("SKIPPED"));
        assertLost(EvidenceBuilder.toAFailingNumber(Policy.WHATSAPP_OR_EMAIL).shown("RETRYING"));
    }

    @Test
    void what_expired_is_lost_unless_nothing_could_have_delivered_it() {
        var twoHours = new Interval(NOON.plus(Duration.ofHours(4)), NOON.plus(Duration.ofHours(6)));
        var outage = Tolerance.none().outages(List.of(twoHours));

        assertLost(EvidenceBuilder.by(Policy.WHATSAPP_ONLY).shown("EXPIRED"));
        assertWell(EvidenceBuilder.by(Policy.WHATSAPP_ONLY).shown("EXPIRED").allowing(outage));
        assertLost(EvidenceBuilder.by(Policy.WHATSAPP_OR_EMAIL).shown("EXPIRED").allowing(outage));
    }

    @Test
    void what_is_cancelled_or_discarded_and_nobody_asked_for_it_is_lost() {
        assertLost(EvidenceBuilder.by(Policy.EMAIL).shown("CANCELLED"));
        assertLost(EvidenceBuilder.by(Policy.EMAIL).shown("DISCARDED"));
        assertWell(EvidenceBuilder.by(Policy.EMAIL).shown("CANCELLED").withdrawn(1));
    }

    private static void assertLost(EvidenceBuilder run) {
        assertThat(run.judged().of(ViolationKind.LOST))
                .singleElement()
                .returns(EvidenceBuilder.REMINDER, Violation::id);
    }

    private static void assertWell(EvidenceBuilder run) {
        assertThat(run.judged().of(ViolationKind.LOST)).isEmpty();
    }
}
