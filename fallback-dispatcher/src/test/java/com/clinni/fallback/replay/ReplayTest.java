package com.clinni.fallback.replay;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.clinni.events.Cause;
import com.clinni.events.DeliveryState;
import com.clinni.events.MessageReady;
import com.clinni.events.Topics;
import com.clinni.events.kafka.CloudEventHeaders;
import com.clinni.events.kafka.Publication;
import com.clinni.events.kafka.StoredHeaders;
import com.clinni.fallback.MutableClock;
import com.clinni.fallback.ServiceTest;
import com.clinni.fallback.TestMessage;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReplayTest extends ServiceTest {

    @Test
    void a_replay_sends_the_same_record_back_where_it_died_as_the_next_generation() {
        var message = undeliverable();
        var id = died(message, Cause.NOT_ON_WHATSAPP);

        var replay =
                replay("k-1", List.of(id.toString()), Map.of())
                        .statusCode(202)
                        .body("verdicts[0].verdict", equalTo("REPLAY"))
                        .body("counts.REPLAY", equalTo(1))
                        .extract()
                        .jsonPath()
                        .getString("replayId");

        assertThat(stateOf(id)).isEqualTo(DeliveryState.REPLAYED);
        var original = Publication.of(message, "/clinni/reminder-service", MutableClock.START);
        assertThat(sentBack())
                .singleElement()
                .satisfies(
                        row -> {
                            var headers = StoredHeaders.unpack((byte[]) row.get("record_headers"));
                            assertThat(row.get("record_value")).isEqualTo(original.value());
                            assertThat(CloudEventHeaders.generation(headers)).isEqualTo(2);
                            assertThat(headers).noneMatch(h -> h.key().startsWith("dead-letter"));
                        });
        given().get("/replays/{id}", replay)
                .then()
                .body("items[0].state", equalTo("REPLAYED"))
                .body("reason", equalTo("WhatsApp is back"));

        var again = died(message, Cause.NOT_ON_WHATSAPP, 2);
        assertThat(stateOf(again)).isEqualTo(DeliveryState.NEEDS_ATTENTION);
        given().get("/replays/{id}", replay)
                .then()
                .body("items[0].state", equalTo("NEEDS_ATTENTION"));
    }

    @Test
    void a_dry_run_says_the_same_and_changes_nothing() {
        var id = died(undeliverable(), Cause.NOT_ON_WHATSAPP);

        replay(null, List.of(id.toString()), Map.of("dryRun", true))
                .statusCode(200)
                .body("replayId", nullValue())
                .body("verdicts[0].verdict", equalTo("REPLAY"));

        assertThat(stateOf(id)).isEqualTo(DeliveryState.NEEDS_ATTENTION);
        assertThat(sentBack()).isEmpty();
        assertThat(query("SELECT 1 FROM replay")).isEmpty();
    }

    @Test
    void a_double_click_is_one_replay_and_another_request_with_its_key_is_refused() {
        var id = died(undeliverable(), Cause.NOT_ON_WHATSAPP).toString();
        var first = replay("k-2", List.of(id), Map.of()).statusCode(202).extract().asString();

        assertThat(replay("k-2", List.of(id), Map.of()).statusCode(202).extract().asString())
                .isEqualTo(first);
        replay("k-2", List.of(id), Map.of("mayDuplicate", true))
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        replay("k-3", List.of(id, id), Map.of())
                .statusCode(202)
                .body("verdicts", hasSize(1))
                .body("verdicts[0].verdict", equalTo("SKIPPED_REPLAYED_ALREADY"));
        assertThat(sentBack()).hasSize(1);
    }

    @Test
    void many_people_at_once_replay_each_row_once() throws Exception {
        var ids =
                IntStream.range(0, 20)
                        .mapToObj(i -> died(undeliverable(), Cause.NOT_ON_WHATSAPP).toString())
                        .toList();

        try (var people = Executors.newFixedThreadPool(10)) {
            var asked =
                    IntStream.range(0, 10)
                            .<Callable<Long>>mapToObj(
                                    i -> () -> replayedBy(i % 2 == 0 ? ids : ids.reversed()))
                            .toList();
            var replayed = 0L;
            for (var answer : people.invokeAll(asked)) {
                replayed += answer.get();
            }
            assertThat(replayed).isEqualTo(ids.size());
        }
        assertThat(sentBack()).hasSize(ids.size());
    }

    private long replayedBy(List<String> ids) {
        var counts =
                replay(UUID.randomUUID().toString(), ids, Map.of())
                        .statusCode(202)
                        .extract()
                        .jsonPath()
                        .<String, Integer>getMap("counts");
        return counts.getOrDefault("REPLAY", 0);
    }

    @Test
    void what_is_too_late_withdrawn_or_in_doubt_is_skipped_and_says_why() {
        var late = undeliverable();
        var lateId = died(late, Cause.NOT_ON_WHATSAPP);
        var withdrawn = undeliverable();
        var withdrawnId = died(withdrawn, Cause.NOT_ON_WHATSAPP);
        execute(
                "INSERT INTO withdrawal (reminder_id, at) VALUES ('%s', now())"
                        .formatted(withdrawn.reminderId()));
        var doubtful = died(undeliverable(), Cause.NOT_ON_WHATSAPP);
        execute("UPDATE message SET possible_duplicate = true WHERE id = '%s'".formatted(doubtful));
        execute(
                "UPDATE message SET send_before = '2030-03-05T11:00:00Z' WHERE id = '%s'"
                        .formatted(lateId));

        var ids = List.of(lateId.toString(), withdrawnId.toString(), doubtful.toString());
        replay(null, ids, Map.of())
                .statusCode(202)
                .body("verdicts[0].verdict", equalTo("SKIPPED_EXPIRED"))
                .body("verdicts[0].why", equalTo("Its send-before has passed."))
                .body("verdicts[1].verdict", equalTo("SKIPPED_WITHDRAWN"))
                .body("verdicts[2].verdict", equalTo("NEEDS_MAY_DUPLICATE"));
        assertThat(sentBack()).isEmpty();

        replay(null, List.of(doubtful.toString()), Map.of("mayDuplicate", true))
                .body("verdicts[0].verdict", equalTo("REPLAY"));
    }

    @Test
    void a_record_that_only_speaks_of_a_withdrawn_reminder_may_go_again() {
        var withdrawn = undeliverable();
        var id = died(withdrawn, Cause.NOT_ON_WHATSAPP);
        execute(
                "INSERT INTO withdrawal (reminder_id, at) VALUES ('%s', now())"
                        .formatted(withdrawn.reminderId()));
        execute(
                "UPDATE message SET record_topic = '%s' WHERE id = '%s'"
                        .formatted(Topics.DELIVERY_REPORTED, id));

        replay(null, List.of(id.toString()), Map.of())
                .body("verdicts[0].verdict", equalTo("REPLAY"));
    }

    @Test
    void a_replay_of_nothing_of_too_much_or_without_a_reason_is_refused() {
        var id = UUID.randomUUID().toString();
        replay(null, List.of(), Map.of()).statusCode(422).body("field", equalTo("ids"));
        replay(null, IntStream.range(0, 5_001).mapToObj(i -> id).toList(), Map.of())
                .statusCode(422)
                .body("field", equalTo("ids"));
        replay(null, List.of("1"), Map.of()).statusCode(400).body("field", equalTo("ids"));
        replay(null, List.of(id), Map.of("reason", " "))
                .statusCode(422)
                .body("field", equalTo("reason"));
        replay(null, List.of(id), Map.of("to", "MARS"))
                .statusCode(422)
                .body("field", equalTo("to"));
        replay(null, List.of(id), Map.of()).body("verdicts[0].verdict", equalTo("UNKNOWN"));
        given().get("/replays/{id}", id).then().statusCode(404);
    }

    private List<Map<String, Object>> sentBack() {
        return query("SELECT * FROM outbox WHERE topic = ?", Topics.WHATSAPP_READY);
    }

    private static MessageReady undeliverable() {
        return TestMessage.message().withoutEmail(Cause.NO_ADDRESS).build();
    }

    private static ValidatableResponse replay(String key, List<String> ids, Map<String, ?> more) {
        var body = new HashMap<String, Object>(Map.of("ids", ids, "reason", "WhatsApp is back"));
        body.putAll(more);
        var request = given().contentType(ContentType.JSON).body(body);
        return (key == null ? request : request.header("Idempotency-Key", key))
                .post("/replays")
                .then();
    }
}
