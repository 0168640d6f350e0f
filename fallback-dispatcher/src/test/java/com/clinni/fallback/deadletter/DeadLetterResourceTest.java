package com.clinni.fallback.deadletter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryReported;
import com.clinni.events.DeliveryState;
import com.clinni.events.Fallback;
import com.clinni.events.Topics;
import com.clinni.events.kafka.DeadLetters.Death;
import com.clinni.fallback.MutableClock;
import com.clinni.fallback.ServiceTest;
import com.clinni.fallback.TestMessage;
import com.clinni.fallback.TestPublisher;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DeadLetterResourceTest extends ServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Test
    void poison_of_every_topic_is_kept_whole_and_listed_with_its_cause() {
        for (var topic : Topics.EVENTS) {
            var poison = TestPublisher.poison(topic, "k\u0000ey", new byte[] {(byte) 0xFF, 0, 1});
            TestPublisher.publish(
                    TestPublisher.deadLetter(
                            poison,
                            Death.of(Cause.UNREADABLE, "some-service", MutableClock.START)));
        }

        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                list("cause=UNREADABLE")
                                        .body("items", hasSize(Topics.EVENTS.size()))
                                        .body("items[0].state", equalTo("NEEDS_ATTENTION")));
        given().get("/dead-letters/causes")
                .then()
                .body("[0].cause", equalTo("UNREADABLE"))
                .body("[0].count", equalTo(Topics.EVENTS.size()));
        assertThat(query("SELECT record_key, record_value FROM message").getFirst())
                .containsEntry("record_key", "k\u0000ey".getBytes(StandardCharsets.UTF_8))
                .containsEntry("record_value", new byte[] {(byte) 0xFF, 0, 1});
    }

    @Test
    void a_dead_letter_without_any_header_is_a_defect_of_ours() {
        TestPublisher.publish(
                TestPublisher.poison(Topics.deadLetterOf(Topics.REMINDER_DUE), null, null));

        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                list("cause=DEFECT")
                                        .body("items", hasSize(1))
                                        .body("items[0].topic", equalTo(Topics.REMINDER_DUE)));
    }

    @Test
    void what_an_unusable_record_still_tells_is_shown_and_reported() {
        var reminder = UUID.randomUUID();
        var json =
                """
                {"reminderId": "%s", "appointmentId": "a-77", "clinic": {"clinicId": "sol"},
                 "patient": {"firstName": "Ana", "phone": "+34600000123"}}
                """
                        .formatted(reminder)
                        .getBytes(StandardCharsets.UTF_8);
        TestPublisher.publish(
                TestPublisher.deadLetter(
                        TestPublisher.poison(Topics.REMINDER_DUE, "a-77", json),
                        Death.of(
                                Cause.TEMPLATE_DATA_MISSING,
                                "patient.firstName",
                                "reminder-service",
                                MutableClock.START)));

        await().atMost(PATIENCE)
                .untilAsserted(() -> list("appointment=a-77").body("items", hasSize(1)));
        var body =
                list("clinic=sol&cause=TEMPLATE_DATA_MISSING")
                        .body("items[0].reminderId", equalTo(reminder.toString()))
                        .body("items[0].field", equalTo("patient.firstName"))
                        .extract()
                        .asString();
        assertThat(body).doesNotContain("Ana", "600000123");
        assertThat(reports(reminder))
                .singleElement()
                .returns(DeliveryState.NEEDS_ATTENTION, DeliveryReported::state)
                .returns(Cause.TEMPLATE_DATA_MISSING, DeliveryReported::cause);
    }

    @Test
    void a_message_that_was_not_what_it_said_is_not_sent() {
        var message = TestMessage.message().build();
        TestPublisher.publish(TestPublisher.deadLetter(message, Cause.CONFLICT, 1));

        await().atMost(PATIENCE)
                .untilAsserted(() -> list("cause=CONFLICT").body("items", hasSize(1)));
    }

    @Test
    void a_direct_message_nobody_can_read_comes_back_as_a_dead_letter() {
        var before = list("cause=SCHEMA_INVALID").extract().jsonPath().getInt("total");
        TestPublisher.publish(
                TestPublisher.poison(
                        Topics.DIRECT_READY, "a-1", "{}".getBytes(StandardCharsets.UTF_8)));

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            relay.relay();
                            list("cause=SCHEMA_INVALID").body("total", equalTo(before + 1));
                        });
    }

    @Test
    void the_same_generation_is_one_and_a_newer_one_is_another() {
        var message = TestMessage.message().fallback(Fallback.NONE).build();
        died(message, Cause.LINE_DOWN, 2);
        died(message, Cause.LINE_DOWN, 3);
        TestPublisher.publish(TestPublisher.deadLetter(message, Cause.LINE_DOWN, 3));
        TestPublisher.publish(TestPublisher.deadLetter(message, Cause.LINE_DOWN, 1));
        died(TestMessage.message().build(), Cause.LINE_DOWN);

        await().during(Duration.ofMillis(300))
                .atMost(PATIENCE)
                .until(() -> rows(message.reminderId()) == 2);
        assertThat(reports(message.reminderId())).hasSize(2);
    }

    @Test
    void a_discard_is_final_kept_with_its_reason_and_twice_is_once() {
        var message = TestMessage.message().withoutEmail(Cause.NO_ADDRESS).build();
        var id = died(message, Cause.NOT_ON_WHATSAPP);

        discard(id, Map.of("reason", "phoned the patient"))
                .statusCode(200)
                .body("state", equalTo("DISCARDED"));
        discard(id, Map.of("reason", "again")).statusCode(200);

        assertThat(reports(message.reminderId()).getLast())
                .returns(DeliveryState.DISCARDED, DeliveryReported::state);
        given().get("/audit")
                .then()
                .body("items.action", everyItem(equalTo("DEAD_LETTER_DISCARDED")))
                .body("items.subjectId", everyItem(equalTo(id.toString())))
                .body("items.outcome", contains("UNCHANGED", "DONE"))
                .body("items[1].clinicId", equalTo(message.clinic().clinicId()))
                .body("items[1].reason", equalTo("phoned the patient"));
    }

    @Test
    void only_what_needs_attention_can_be_discarded() {
        var id = died(TestMessage.message().fallback(Fallback.NONE).build(), Cause.LINE_DOWN);

        discard(id, Map.of("reason", "no need"))
                .statusCode(409)
                .body("code", equalTo("NOT_NEEDING_ATTENTION"));
        discard(UUID.randomUUID(), Map.of("reason", "no need")).statusCode(404);
        discard(id, Map.of()).statusCode(422).body("field", equalTo("reason"));
    }

    @Test
    void one_that_a_clinics_own_channel_could_not_take_is_listed_too() {
        var id =
                ready(
                        TestMessage.message()
                                .channel(Channel.SMS)
                                .fallback(Fallback.NONE)
                                .withoutEmail(Cause.NO_ADDRESS)
                                .clinic("own-sms")
                                .build());
        loop.sendSms();

        list("clinic=own-sms")
                .body("items[0].id", equalTo(id.toString()))
                .body("items[0].cause", equalTo("SMS_NO_CREDIT"))
                .body("items[0].inTime", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=-1",
                "page=x",
                "page=1000000000",
                "cause=NOPE",
                "state=id;DROP",
                "from=yesterday",
                "clinic=%00",
                "inTime=perhaps"
            })
    void a_filter_that_makes_no_sense_is_refused(String query) {
        given().urlEncodingEnabled(false)
                .get("/dead-letters?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo(query.substring(0, query.indexOf('='))));
    }

    private long rows(UUID reminderId) {
        return query("SELECT 1 FROM message WHERE reminder_id = ?", reminderId).size();
    }

    private static ValidatableResponse list(String query) {
        return given().get("/dead-letters?" + query).then().statusCode(200);
    }

    private static ValidatableResponse discard(UUID id, Map<String, ?> body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/dead-letters/{id}/discard", id)
                .then();
    }
}
