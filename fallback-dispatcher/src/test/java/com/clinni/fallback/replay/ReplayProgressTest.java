package com.clinni.fallback.replay;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.clinni.events.Cause;
import com.clinni.events.DeliveryReported;
import com.clinni.events.DeliveryState;
import com.clinni.events.MessageReady;
import com.clinni.events.Topics;
import com.clinni.events.kafka.DeadLetters.Death;
import com.clinni.events.kafka.Publication;
import com.clinni.events.kafka.StoredHeaders;
import com.clinni.fallback.MutableClock;
import com.clinni.fallback.TestPublisher;
import com.clinni.fallback.message.MessageId;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What becomes of dead letters that were sent again, and how their generations find each other. */
@QuarkusTest
class ReplayProgressTest extends ReplayScenario {

    @Test
    void a_replay_knows_what_became_of_each_of_its_letters() {
        var delivered = undeliverable();
        var expired = undeliverable();
        var dying = undeliverable();
        var waiting = undeliverable();
        var letters =
                List.of(delivered, expired, dying, waiting).stream()
                        .map(message -> died(message, Cause.NOT_ON_WHATSAPP))
                        .toList();
        var replay = idOf(replay(null, letters, Map.of()));
        look(replay).body("outcomes.ON_ITS_WAY", equalTo(4));

        reported(delivered, 2, 3, DeliveryState.DELIVERED, null);
        reported(delivered, 2, 2, DeliveryState.ACCEPTED, null);
        reported(expired, 2, 2, DeliveryState.EXPIRED, null);
        reported(dying, 2, 2, DeliveryState.DEAD, Cause.REFUSED_BY_PROVIDER);
        heard(delivered, DeliveryState.DELIVERED);
        heard(expired, DeliveryState.EXPIRED);
        heard(dying, DeliveryState.DEAD);
        var again = died(dying, Cause.REFUSED_BY_PROVIDER, 2);

        look(replay)
                .body("state", equalTo("FINISHED"))
                .body("items[0].outcome", equalTo("DELIVERED"))
                .body("items[0].generation", equalTo(2))
                .body("items[1].outcome", equalTo("EXPIRED"))
                .body("items[2].outcome", equalTo("DIED_AGAIN"))
                .body("items[2].cause", equalTo("NO_ADDRESS"))
                .body("items[2].deadLetterId", equalTo(again.toString()))
                .body("items[3].outcome", equalTo("ON_ITS_WAY"))
                .body("items[3].deadLetterId", nullValue())
                .body("total", equalTo(4))
                .body("counts", equalTo(Map.of("REPLAY", 4)))
                .body(
                        "outcomes",
                        equalTo(
                                Map.of(
                                        "DELIVERED", 1,
                                        "EXPIRED", 1,
                                        "DIED_AGAIN", 1,
                                        "ON_ITS_WAY", 1)));
    }

    @Test
    void generations_name_each_other_and_the_replay_between_them() {
        var message = undeliverable();
        var first = died(message, Cause.NOT_ON_WHATSAPP);
        given().get("/dead-letters/{id}", first).then().body("replayId", nullValue());
        var replay = idOf(replay(null, List.of(first), Map.of()));

        var second = diesAgain(sentBack().getFirst());

        given().get("/dead-letters/{id}", first)
                .then()
                .body("replayedAs", equalTo(second.toString()))
                .body("replayId", equalTo(replay))
                .body("replayOf", nullValue());
        given().get("/dead-letters/{id}", second)
                .then()
                .body("replayOf", equalTo(first.toString()))
                .body("generation", equalTo(2));
        given().get("/dead-letters?clinic=" + message.clinic().clinicId())
                .then()
                .body("items[0].replayOf", equalTo(first.toString()));
        assertThat(reports(message.reminderId()))
                .filteredOn(report -> report.state() == DeliveryState.REPLAYED)
                .singleElement()
                .returns("REPLAYED", DeliveryReported::detail);
    }

    @Test
    void a_letter_that_was_rendered_anew_finds_the_one_before_it() {
        var message = undeliverable();
        var first = needingAttention(message, Topics.REMINDER_DUE, Cause.DEFECT);
        replay(null, List.of(first), Map.of()).body("counts.REPLAY", equalTo(1));

        var second = died(message, Cause.NOT_ON_WHATSAPP, 2);

        given().get("/dead-letters/{id}", second)
                .then()
                .body("replayOf", equalTo(first.toString()));
    }

    @Test
    void a_replay_of_a_replay_ends_as_the_newest_generation_does() {
        var message = undeliverable();
        var first = died(message, Cause.NOT_ON_WHATSAPP);
        var replay = idOf(replay(null, List.of(first), Map.of()));
        var second = diesAgain(sentBack().getFirst());
        look(replay).body("items[0].outcome", equalTo("DIED_AGAIN"));

        var next = idOf(replay(null, List.of(second), Map.of()));
        look(replay).body("items[0].outcome", equalTo("ON_ITS_WAY"));
        reported(message, 3, 2, DeliveryState.READ, null);
        heard(message, DeliveryState.READ);

        for (var either : List.of(replay, next)) {
            look(either)
                    .body("items[0].outcome", equalTo("DELIVERED"))
                    .body("items[0].generation", equalTo(3));
        }
    }

    @Test
    void a_record_that_is_no_message_is_followed_only_into_its_next_death() {
        var record =
                TestPublisher.poison(
                        Topics.APPOINTMENT_CHANGED, "a-1", "{".getBytes(StandardCharsets.UTF_8));
        TestPublisher.publish(
                TestPublisher.deadLetter(
                        record,
                        Death.of(Cause.DEFECT, "appointments-service", MutableClock.START)));
        Awaitility.await().atMost(PATIENCE).until(() -> !query("SELECT id FROM message").isEmpty());
        var first = (UUID) query("SELECT id FROM message").getFirst().get("id");
        var replay = idOf(replay(null, List.of(first), Map.of()));
        look(replay).body("items[0].outcome", equalTo("NOT_FOLLOWED"));

        var sent = query("SELECT * FROM outbox WHERE topic = ?", Topics.APPOINTMENT_CHANGED);
        TestPublisher.publish(deadAgain(sent.getFirst(), Cause.UNREADABLE));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> query("SELECT id FROM message").size() == 2);

        look(replay)
                .body("items[0].outcome", equalTo("DIED_AGAIN"))
                .body("items[0].cause", equalTo("UNREADABLE"));
    }

    private UUID diesAgain(Map<String, Object> sent) {
        TestPublisher.publish(deadAgain(sent, Cause.NOT_ON_WHATSAPP));
        var reminder =
                (UUID)
                        query("SELECT reminder_id FROM message WHERE state = 'REPLAYED'")
                                .getFirst()
                                .get("reminder_id");
        return stored(MessageId.of(reminder, "WHATSAPP", 2));
    }

    private static Publication deadAgain(Map<String, Object> sent, Cause cause) {
        return TestPublisher.deadLetter(
                new Publication(
                        (String) sent.get("topic"),
                        "k",
                        StoredHeaders.unpack((byte[]) sent.get("record_headers")),
                        (byte[]) sent.get("record_value")),
                Death.of(cause, "some-service", MutableClock.START));
    }

    @Test
    void a_report_of_a_first_generation_that_was_never_in_doubt_is_not_kept() {
        var message = undeliverable();
        var other = undeliverable();
        TestPublisher.publish(report(message, DeliveryState.DELIVERED));
        reported(other, 2, 1, DeliveryState.WAITING, null);
        heard(other, DeliveryState.WAITING);

        assertThat(
                        query(
                                "SELECT 1 FROM replay_progress WHERE reminder_id = ?",
                                message.reminderId()))
                .isEmpty();
    }

    private DeliveryReported report(MessageReady message, DeliveryState state) {
        return new DeliveryReported(
                message.reminderId(),
                message.appointmentId(),
                message.appointmentVersion(),
                message.clinic().clinicId(),
                1,
                3,
                clock.instant(),
                state,
                null,
                1,
                null,
                null,
                false);
    }
}
