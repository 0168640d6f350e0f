package com.clinni.fallback.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.clinni.events.Cause;
import com.clinni.events.DeliveryState;
import com.clinni.events.Topics;
import com.clinni.events.kafka.DeadLetters.Death;
import com.clinni.fallback.MutableClock;
import com.clinni.fallback.TestPublisher;
import com.clinni.fallback.message.MessageId;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Verdicts that promise nothing that cannot be. */
@QuarkusTest
class ReplayVerdictsTest extends ReplayScenario {

    private static final EnumSet<Cause> OF_THE_RECORD =
            EnumSet.of(
                    Cause.UNREADABLE,
                    Cause.SCHEMA_INVALID,
                    Cause.UNKNOWN_VERSION,
                    Cause.UNKNOWN_CLINIC,
                    Cause.TEMPLATE_DATA_MISSING,
                    Cause.TOO_LARGE,
                    Cause.CONFLICT);
    private static final EnumSet<Cause> OF_THE_ADDRESS =
            EnumSet.of(
                    Cause.NO_ADDRESS, Cause.PHONE_INVALID, Cause.NOT_MOBILE, Cause.EMAIL_INVALID);

    @Test
    void every_cause_of_a_message_that_was_never_rendered_has_its_verdict() {
        assertThat(verdicts(Topics.REMINDER_DUE))
                .allSatisfy(
                        (cause, verdict) ->
                                assertThat(verdict)
                                        .as(cause.name())
                                        .isEqualTo(
                                                OF_THE_RECORD.contains(cause)
                                                        ? "WILL_FAIL_AGAIN"
                                                        : OF_THE_ADDRESS.contains(cause)
                                                                ? "NO_CHANNEL"
                                                                : inDoubt(cause)));
    }

    @Test
    void every_cause_of_a_rendered_message_has_its_verdict_while_whatsapp_can_take_it() {
        assertThat(verdicts(Topics.WHATSAPP_READY))
                .allSatisfy(
                        (cause, verdict) ->
                                assertThat(verdict)
                                        .as(cause.name())
                                        .isEqualTo(
                                                OF_THE_RECORD.contains(cause)
                                                        ? "WILL_FAIL_AGAIN"
                                                        : inDoubt(cause)));
    }

    @Test
    void every_cause_of_a_record_that_is_no_message_has_its_verdict() {
        assertThat(verdicts(Topics.APPOINTMENT_CHANGED))
                .allSatisfy(
                        (cause, verdict) ->
                                assertThat(verdict)
                                        .as(cause.name())
                                        .isEqualTo(
                                                OF_THE_RECORD.contains(cause)
                                                        ? "WILL_FAIL_AGAIN"
                                                        : inDoubt(cause)));
    }

    private static String inDoubt(Cause cause) {
        return cause == Cause.DOUBT_UNRESOLVED ? "NEEDS_MAY_DUPLICATE" : "REPLAY";
    }

    private Map<Cause, String> verdicts(String topic) {
        var letters = new LinkedHashMap<Cause, UUID>();
        for (var cause : Cause.values()) {
            letters.put(cause, needingAttention(undeliverable(), topic, cause));
        }
        var told = dryRun(letters.values().toArray(UUID[]::new)).extract().jsonPath();
        var verdicts = new LinkedHashMap<Cause, String>();
        letters.forEach(
                (cause, id) ->
                        verdicts.put(
                                cause,
                                told.getString(
                                        "verdicts.find { it.id == '%s' }.verdict".formatted(id))));
        return verdicts;
    }

    @Test
    void what_nobody_could_read_is_not_sent_again_unless_somebody_says_that_it_can_be_now() {
        var id = needingAttention(undeliverable(), Topics.REMINDER_DUE, Cause.UNKNOWN_CLINIC);

        replay(null, List.of(id), Map.of())
                .statusCode(202)
                .body("verdicts[0].verdict", equalTo("WILL_FAIL_AGAIN"));
        assertThat(stateOf(id)).isEqualTo(DeliveryState.NEEDS_ATTENTION);

        replay(null, List.of(id), Map.of("despite", List.of("WILL_FAIL_AGAIN")))
                .statusCode(202)
                .body("verdicts[0].verdict", equalTo("REPLAY"));
        assertThat(stateOf(id)).isEqualTo(DeliveryState.REPLAYED);
    }

    @Test
    void what_a_late_receipt_says_the_patient_has_is_not_sent_again_whoever_takes_the_risk() {
        var message = undeliverable();
        var id = needingAttention(message, Topics.WHATSAPP_READY, Cause.DOUBT_UNRESOLVED);
        assertThat(verdictOf(id)).isEqualTo("NEEDS_MAY_DUPLICATE");

        reported(message, 1, 9, DeliveryState.READ, null);
        heard(message, DeliveryState.READ);

        replay(null, List.of(id), Map.of("mayDuplicate", true))
                .body("verdicts[0].verdict", equalTo("SKIPPED_DELIVERED"));
    }

    @Test
    void what_was_in_doubt_stays_so_when_it_died_again_of_something_else() {
        var message = undeliverable();
        var first = needingAttention(message, Topics.WHATSAPP_READY, Cause.DOUBT_UNRESOLVED);
        replay(null, List.of(first), Map.of("mayDuplicate", true))
                .body("verdicts[0].verdict", equalTo("REPLAY"));

        var again = died(message, Cause.NOT_ON_WHATSAPP, 2);

        assertThat(verdictOf(again)).isEqualTo("NEEDS_MAY_DUPLICATE");
        assertThat(verdictOf(first)).isEqualTo("SKIPPED_REPLAYED_ALREADY");
    }

    @Test
    void a_message_that_was_never_rendered_expires_too() {
        var reminder = UUID.randomUUID();
        var json =
                """
                {"reminderId": "%s", "appointmentId": "a-9", "clinicId": "sol", "sendBefore": "%s"}
                """
                        .formatted(reminder, MutableClock.START.plusSeconds(60));
        TestPublisher.publish(
                TestPublisher.deadLetter(
                        TestPublisher.poison(
                                Topics.REMINDER_DUE, "a-9", json.getBytes(StandardCharsets.UTF_8)),
                        Death.of(Cause.DEFECT, "reminder-service", MutableClock.START)));
        var id = stored(MessageId.of(reminder, Topics.REMINDER_DUE, 1));
        assertThat(verdictOf(id)).isEqualTo("REPLAY");

        clock.advance(Duration.ofMinutes(1));

        assertThat(verdictOf(id)).isEqualTo("SKIPPED_EXPIRED");
    }

    @Test
    void what_a_dry_run_says_is_what_happens() {
        var letters =
                List.of(
                        died(undeliverable(), Cause.NOT_ON_WHATSAPP),
                        needingAttention(undeliverable(), Topics.WHATSAPP_READY, Cause.CONFLICT),
                        needingAttention(undeliverable(), Topics.REMINDER_DUE, Cause.NO_ADDRESS),
                        diedOnLine(undeliverable(), Cause.REFUSED_BY_PROVIDER),
                        UUID.randomUUID());
        outage(true);

        var said = dryRun(letters.toArray(UUID[]::new)).extract().jsonPath();
        var done =
                replay(null, letters, Map.of())
                        .statusCode(202)
                        .body("verdicts", hasSize(letters.size()))
                        .extract()
                        .jsonPath();

        assertThat(done.getList("verdicts")).isEqualTo(said.getList("verdicts"));
        assertThat(done.getMap("counts")).isEqualTo(said.getMap("counts"));
        assertThat(done.getInt("total")).isEqualTo(letters.size());
    }

    @Test
    void every_verdict_that_is_not_a_replay_says_why() {
        var id = needingAttention(undeliverable(), Topics.REMINDER_DUE, Cause.TOO_LARGE);

        dryRun(id, UUID.randomUUID()).body("verdicts.why", everyItem(notNullValue()));
    }
}
