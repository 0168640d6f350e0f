package com.clinni.fallback.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.clinni.events.Cause;
import com.clinni.events.DeliveryState;
import com.clinni.events.Topics;
import com.clinni.fallback.TestMessage;
import com.clinni.fallback.credit.SmsCredit;
import com.clinni.fallback.message.Messages;
import com.clinni.platform.audit.AccessLog;
import com.clinni.platform.database.Database;
import com.clinni.platform.outbox.Outbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Replays of whatever a filter finds. */
@QuarkusTest
class ReplayByFilterTest extends ReplayScenario {

    private static final Map<String, Object> OF_SOL = Map.of("clinic", "sol");

    @Inject ReplayLoop replayLoop;
    @Inject ReplayDecisions decisions;
    @Inject Database statements;
    @Inject Messages messages;
    @Inject Outbox outbox;
    @Inject SmsCredit credit;
    @Inject AccessLog audit;

    private UUID diedAt(String clinic) {
        return died(
                TestMessage.message().withoutEmail(Cause.NO_ADDRESS).clinic(clinic).build(),
                Cause.NOT_ON_WHATSAPP);
    }

    @Test
    void a_list_is_frozen_when_it_is_accepted_and_served_in_the_background() {
        var first = diedAt("sol");
        diedAt("luna");
        var second = diedAt("sol");

        execute(
                "UPDATE message SET died_at = died_at - interval '1 minute' WHERE id = '%s'"
                        .formatted(first));

        var answer = byFilter(OF_SOL, Map.of());
        answer.body("total", equalTo(2)).body("counts", equalTo(Map.of("UNDECIDED", 2)));
        var replay = idOf(answer);
        var late = diedAt("sol");
        look(replay).body("state", equalTo("RUNNING")).body("outcomes.UNDECIDED", equalTo(2));
        replayLoop.serveAll();

        look(replay)
                .body("state", equalTo("FINISHED"))
                .body("finishedAt", notNullValue())
                .body("filter", equalTo("clinic=sol"))
                .body("items.id", contains(first.toString(), second.toString()))
                .body("counts", equalTo(Map.of("REPLAY", 2)));
        assertThat(sentBack()).hasSize(2);
        assertThat(stateOf(late)).isEqualTo(DeliveryState.NEEDS_ATTENTION);
    }

    @Test
    void a_dry_run_counts_what_the_replay_then_does() {
        diedAt("sol");
        execute("UPDATE message SET cause = 'UNREADABLE' WHERE id = '%s'".formatted(diedAt("sol")));

        byFilter(OF_SOL, Map.of("dryRun", true))
                .statusCode(200)
                .body("replayId", nullValue())
                .body("total", equalTo(2))
                .body("verdicts", hasSize(2))
                .body("counts", equalTo(Map.of("REPLAY", 1, "WILL_FAIL_AGAIN", 1)));
        assertThat(sentBack()).isEmpty();

        var replay = idOf(byFilter(OF_SOL, Map.of()));
        replayLoop.serveAll();
        look(replay).body("counts", equalTo(Map.of("REPLAY", 1, "WILL_FAIL_AGAIN", 1)));
    }

    @Test
    void a_filter_takes_what_agrees_with_all_that_it_says() {
        var id = diedAt("sol");
        execute(
                "UPDATE message SET died_at = '2030-03-05T10:00:00Z' WHERE id = '%s'"
                        .formatted(id));

        assertThat(found(Map.of("from", "2030-03-05T11:00:00+01:00"))).isEqualTo(1);
        assertThat(found(Map.of("from", "2030-03-05T10:00:01Z"))).isZero();
        assertThat(found(Map.of("to", "2030-03-05T10:00:00Z"))).isZero();
        assertThat(found(Map.of("cause", "NO_ADDRESS", "topic", Topics.WHATSAPP_READY)))
                .isEqualTo(1);
        assertThat(found(Map.of("cause", "SMS_NO_CREDIT"))).isZero();
        assertThat(found(Map.of("topic", Topics.REMINDER_DUE))).isZero();
        RestAssured.get("/dead-letters?topic=" + Topics.WHATSAPP_READY)
                .then()
                .body("items.id", contains(id.toString()));
    }

    private static int found(Map<String, Object> filter) {
        return byFilter(filter, Map.of("dryRun", true))
                .statusCode(200)
                .extract()
                .jsonPath()
                .getInt("total");
    }

    @Test
    void what_a_node_that_died_left_behind_is_gone_on_with_and_nothing_goes_twice() {
        fill(ReplayJob.PAGE + 20);
        var replay = idOf(byFilter(OF_SOL, Map.of()));
        var dying =
                new Replays(statements) {
                    @Override
                    void decide(UUID id, List<Turn> turns, List<ReplayPlan.Item> items) {
                        if (turns.getFirst().position() > 1) {
                            throw new IllegalStateException("killed");
                        }
                        super.decide(id, turns, items);
                    }
                };
        var job = new ReplayJob(dying, decisions, messages, outbox, credit, audit, clock);

        assertThatThrownBy(() -> new ReplayLoop(dying, job, decisions).serveAll())
                .isInstanceOf(IllegalStateException.class);
        look(replay)
                .body("state", equalTo("RUNNING"))
                .body("counts.REPLAY", equalTo(ReplayJob.PAGE))
                .body("counts.UNDECIDED", equalTo(20));
        assertThat(sentBack()).hasSize(ReplayJob.PAGE);

        replayLoop.serveAll();
        replayLoop.serveAll();

        look(replay).body("counts", equalTo(Map.of("REPLAY", ReplayJob.PAGE + 20)));
        assertThat(sentBack()).hasSize(ReplayJob.PAGE + 20);
    }

    @Test
    void a_replay_is_read_page_by_page_each_item_once() {
        fill(450);
        var replay = idOf(byFilter(OF_SOL, Map.of()));
        replayLoop.serveAll();

        var seen = new ArrayList<String>();
        Integer next = 0;
        while (next != null) {
            var page =
                    RestAssured.get("/replays/{id}?after={next}", replay, next)
                            .then()
                            .statusCode(200)
                            .body("total", equalTo(450))
                            .extract()
                            .jsonPath();
            seen.addAll(page.getList("items.id", String.class));
            next = page.get("next");
        }

        assertThat(seen).hasSize(450).doesNotHaveDuplicates();
    }

    /** Copies of one letter of the clinic, each of a reminder of its own. */
    private void fill(int letters) {
        var id = diedAt("sol");
        execute(
                """
                INSERT INTO message (id, record_topic, record_partition, record_offset, record_headers, record_value,
                    reminder_id, appointment_id, appointment_version, clinic_id, generation, send_before, died_of, died_at,
                    state, cause, sequence, received_at, updated_at)
                SELECT gen_random_uuid(), record_topic, record_partition, n, record_headers, record_value,
                    gen_random_uuid(), appointment_id, appointment_version, clinic_id, generation, send_before, died_of,
                    died_at, state, cause, sequence, received_at, updated_at
                FROM message, generate_series(2, %d) n WHERE id = '%s'
                """
                        .formatted(letters, id));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                                   | 422 |"
                        + " filter",
                "{\"cause\": \"NOPE\"}                                                | 422 |"
                        + " filter.cause",
                "{\"clinic\": \"a b\"}                                                | 400 |"
                        + " filter.clinic",
                "{\"topic\": \"mars.v1\"}                                             | 422 |"
                        + " filter.topic",
                "{\"from\": \"yesterday\"}                                            | 400 |"
                        + " filter.from",
                "{\"to\": \"+999999999-01-01T00:00:00Z\"}                             | 400 |"
                        + " filter.to",
                "{\"from\": \"2030-01-02T00:00:00Z\", \"to\": \"2030-01-01T00:00:00Z\"} | 422 |"
                        + " filter.to",
                "{\"patient\": \"x\"}                                                 | 400 |"
                        + " filter.patient",
                "[]                                                                   | 400 |"
                        + " filter",
                "\"all\"                                                              | 400 |"
                        + " filter"
            })
    void a_filter_that_makes_no_sense_is_refused(String filter, int status, String field) {
        RestAssured.given()
                .contentType("application/json")
                .body("{\"reason\": \"x\", \"filter\": %s}".formatted(filter))
                .post("/replays")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("field", equalTo(field));
        assertThat(query("SELECT 1 FROM replay")).isEmpty();
    }

    @Test
    void a_filter_beside_ids_a_verdict_nobody_may_overrule_and_a_page_of_nothing_are_refused() {
        byFilter(OF_SOL, Map.of("ids", List.of(UUID.randomUUID())))
                .statusCode(422)
                .body("field", equalTo("filter"));
        byFilter(OF_SOL, Map.of("despite", List.of("NO_CHANNEL")))
                .statusCode(422)
                .body("code", equalTo("INVALID"));
        RestAssured.get("/replays/{id}?after=x", UUID.randomUUID())
                .then()
                .statusCode(400)
                .body("field", equalTo("after"));
    }
}
