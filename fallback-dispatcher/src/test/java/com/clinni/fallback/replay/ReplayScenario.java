package com.clinni.fallback.replay;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.clinni.events.Cause;
import com.clinni.events.DeliveryReported;
import com.clinni.events.DeliveryState;
import com.clinni.events.MessageReady;
import com.clinni.events.OutageChanged;
import com.clinni.events.Topics;
import com.clinni.events.kafka.DeadLetters.Death;
import com.clinni.events.kafka.Publication;
import com.clinni.fallback.MutableClock;
import com.clinni.fallback.ServiceTest;
import com.clinni.fallback.TestMessage;
import com.clinni.fallback.TestPublisher;
import com.clinni.fallback.message.MessageId;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Dead letters, and somebody who sends them again over HTTP. */
abstract class ReplayScenario extends ServiceTest {

    static final Duration PATIENCE = Duration.ofSeconds(40);

    final String line = "line-" + UUID.randomUUID();

    /** To a patient without e-mail, at a clinic whose fallback is e-mail. */
    static MessageReady undeliverable() {
        return TestMessage.message().withoutEmail(Cause.NO_ADDRESS).build();
    }

    /** WhatsApp gave it up on this test's line. */
    UUID diedOnLine(MessageReady message, Cause cause) {
        var ready = Publication.of(message, "/clinni/reminder-service", MutableClock.START);
        var death = new Death(cause, null, "whatsapp-dispatcher", MutableClock.START, false, line);
        TestPublisher.publish(TestPublisher.deadLetter(ready, death));
        return stored(MessageId.of(message.reminderId(), "WHATSAPP", 1));
    }

    /** A letter that needs attention for another reason, or from another topic. */
    UUID needingAttention(MessageReady message, String topic, Cause cause) {
        var id = died(message, Cause.NOT_ON_WHATSAPP);
        execute(
                "UPDATE message SET state = 'NEEDS_ATTENTION', cause = '%s', record_topic = '%s' WHERE id = '%s'"
                        .formatted(cause, topic, id));
        return id;
    }

    /** Told and heard; with an end the line is able again. */
    void outage(boolean lasts) {
        var began = MutableClock.START.minusSeconds(60);
        var ended = lasts ? null : MutableClock.START;
        TestPublisher.publish(new OutageChanged(line, began, ended, "LINE_DOWN"));
        var condition = lasts ? "ended_at IS NULL" : "ended_at IS NOT NULL";
        await().atMost(PATIENCE)
                .until(
                        () ->
                                !query(
                                                "SELECT 1 FROM line_outage WHERE line = ? AND "
                                                        + condition,
                                                line)
                                        .isEmpty());
    }

    /** What whatsapp-dispatcher reports; heard once the service knows it. */
    void reported(
            MessageReady message, int generation, int sequence, DeliveryState state, Cause cause) {
        TestPublisher.publish(
                new DeliveryReported(
                        message.reminderId(),
                        message.appointmentId(),
                        message.appointmentVersion(),
                        message.clinic().clinicId(),
                        generation,
                        sequence,
                        clock.instant(),
                        state,
                        null,
                        1,
                        cause,
                        null,
                        generation == 1));
    }

    void heard(MessageReady message, DeliveryState state) {
        await().atMost(PATIENCE)
                .until(
                        () ->
                                !query(
                                                "SELECT 1 FROM replay_progress WHERE reminder_id ="
                                                        + " ? AND state = ?",
                                                message.reminderId(),
                                                state.name())
                                        .isEmpty());
    }

    List<Map<String, Object>> sentBack() {
        return query("SELECT * FROM outbox WHERE topic = ?", Topics.WHATSAPP_READY);
    }

    static ValidatableResponse dryRun(UUID... ids) {
        return replay(null, List.of(ids), Map.of("dryRun", true)).statusCode(200);
    }

    static String verdictOf(UUID id) {
        return dryRun(id).extract().jsonPath().getString("verdicts[0].verdict");
    }

    static ValidatableResponse replay(String key, List<UUID> ids, Map<String, ?> more) {
        var body = new HashMap<String, Object>(Map.of("ids", ids));
        body.putAll(more);
        return post(key, body);
    }

    static ValidatableResponse byFilter(Map<String, ?> filter, Map<String, ?> more) {
        var body = new HashMap<String, Object>(Map.of("filter", filter));
        body.putAll(more);
        return post(null, body);
    }

    private static ValidatableResponse post(String key, Map<String, Object> body) {
        body.putIfAbsent("reason", "WhatsApp is back");
        var request = given().contentType(ContentType.JSON).body(body);
        return (key == null ? request : request.header("Idempotency-Key", key))
                .post("/replays")
                .then();
    }

    static String idOf(ValidatableResponse answer) {
        return answer.statusCode(202).extract().jsonPath().getString("replayId");
    }

    static ValidatableResponse look(String replay) {
        return given().get("/replays/{id}", replay).then().statusCode(200);
    }
}
