package com.clinni.fallback.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.clinni.events.Cause;
import com.clinni.events.DeliveryReported;
import com.clinni.events.DeliveryState;
import com.clinni.events.MessageRequested;
import com.clinni.events.Topics;
import com.clinni.events.kafka.DeadLetters;
import com.clinni.events.kafka.DeadLetters.Death;
import com.clinni.events.kafka.DeadLetters.Origin;
import com.clinni.events.kafka.Publication;
import com.clinni.fallback.MutableClock;
import com.clinni.fallback.ServiceTest;
import com.clinni.fallback.TestMessage;
import com.clinni.fallback.TestPublisher;
import com.clinni.fallback.message.MessageId;
import com.clinni.fallback.message.Messages;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dead letters that nobody could use: which of them are one, and who hears of them. */
@QuarkusTest
class UnusableRecordsTest extends ServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final UUID reminder = UUID.randomUUID();

    @Inject Messages messages;

    @Test
    void every_unreadable_report_of_a_reminder_is_kept_whatever_its_generation() {
        bury(Topics.DELIVERY_REPORTED, 1, "2");
        bury(Topics.DELIVERY_REPORTED, 2, "1");
        bury(Topics.DELIVERY_REPORTED, 3, "1");
        bury(Topics.DELIVERY_REPORTED, 3, "1");

        await().during(Duration.ofMillis(300)).atMost(PATIENCE).until(() -> rows().size() == 3);
    }

    @Test
    void a_message_that_nobody_could_read_is_one_however_often_it_dies() {
        bury(Topics.WHATSAPP_READY, 1, "1");
        bury(Topics.WHATSAPP_READY, 2, "1");
        bury(Topics.DELIVERY_REPORTED, 3, "1");

        await().during(Duration.ofMillis(300)).atMost(PATIENCE).until(() -> rows().size() == 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Topics.APPOINTMENT_CHANGED,
                Topics.REMINDER_WITHDRAWN,
                Topics.DELIVERY_REPORTED
            })
    void what_is_no_message_to_a_patient_says_nothing_about_its_delivery(String topic) {
        bury(topic, 1, "1");
        await().atMost(PATIENCE).until(() -> rowsOf("a-9").size() == 1);
        var id = (UUID) rowsOf("a-9").getFirst().get("id");

        QuarkusTransaction.requiringNew()
                .run(() -> messages.close(List.of(id), DeliveryState.DISCARDED));

        assertThat(stateOf(id)).isEqualTo(DeliveryState.DISCARDED);
        assertThat(reports(reminder)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOUBT_UNRESOLVED", "A_CAUSE_OF_TOMORROW"})
    void what_the_patient_may_have_already_stays_flagged_whatever_it_died_of(String cause) {
        var usable = TestMessage.message().build();
        var poison = TestPublisher.poison(Topics.WHATSAPP_READY, "k", "{}".getBytes(UTF_8));
        for (var living :
                List.of(Publication.of(usable, "/clinni/test", MutableClock.START), poison)) {
            var flagged =
                    TestPublisher.deadLetter(
                            living,
                            new Death(
                                    Cause.DOUBT_UNRESOLVED,
                                    null,
                                    "whatsapp-dispatcher",
                                    MutableClock.START,
                                    true,
                                    null));
            flagged.headers()
                    .remove(DeadLetters.CAUSE)
                    .add(DeadLetters.CAUSE, cause.getBytes(UTF_8));
            TestPublisher.publish(flagged);
        }

        await().atMost(PATIENCE).until(() -> query("SELECT id FROM message").size() == 2);
        assertThat(query("SELECT possible_duplicate FROM message"))
                .allMatch(row -> row.get("possible_duplicate").equals(true));
        assertThat(reports(usable.reminderId()))
                .singleElement()
                .returns(true, DeliveryReported::possibleDuplicate);
    }

    @Test
    void a_message_that_died_is_told_of_and_so_is_its_end() {
        bury(Topics.REMINDER_DUE, 1, "1");
        var id = stored(MessageId.of(reminder, Topics.REMINDER_DUE, 1));

        QuarkusTransaction.requiringNew()
                .run(() -> messages.close(List.of(id), DeliveryState.DISCARDED));

        assertThat(reports(reminder))
                .extracting("state")
                .containsExactly(DeliveryState.NEEDS_ATTENTION, DeliveryState.DISCARDED);
    }

    @Test
    void a_place_far_into_a_topic_is_remembered() {
        bury(Topics.REMINDER_DUE, 123_456_789_012L, "1");

        var id = stored(MessageId.of(reminder, Topics.REMINDER_DUE, 1));
        assertThat(row(id)).containsEntry("record_offset", 123_456_789_012L);
    }

    @Test
    void who_asked_for_a_message_that_cannot_be_made_is_told_under_its_id() {
        var id = "document-" + reminder;
        bury(requested(id), Cause.TEMPLATE_DATA_MISSING);

        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(reports(MessageRequested.reminderId("sol", id)))
                                        .singleElement()
                                        .returns(id, DeliveryReported::appointmentId)
                                        .returns(
                                                DeliveryState.NEEDS_ATTENTION,
                                                DeliveryReported::state));
    }

    @Test
    void an_id_that_was_used_for_something_else_says_nothing_about_the_first_message() {
        var id = "document-" + reminder;
        bury(requested(id), Cause.CONFLICT);

        await().atMost(PATIENCE).until(() -> !rowsOf(id).isEmpty());
        assertThat(reports(MessageRequested.reminderId("sol", id))).isEmpty();
    }

    private static Publication requested(String id) {
        return TestPublisher.poison(
                Topics.MESSAGE_REQUESTED,
                id,
                bytes("{\"messageId\": \"%s\", \"clinicId\": \"sol\"}".formatted(id)));
    }

    private static void bury(Publication publication, Cause cause) {
        TestPublisher.publish(
                TestPublisher.deadLetter(
                        publication,
                        Death.of(cause, null, "reminder-service", MutableClock.START)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private void bury(String topic, long offset, String generation) {
        var json =
                """
                {"reminderId": "%s", "appointmentId": "a-9", "clinicId": "sol"}
                """
                        .formatted(reminder);
        var headers = new RecordHeaders();
        headers.add("ce_generation", generation.getBytes(StandardCharsets.UTF_8));
        TestPublisher.publish(
                DeadLetters.of(
                        new Origin(topic, 0, offset),
                        "a-9",
                        headers,
                        json.getBytes(StandardCharsets.UTF_8),
                        Death.of(Cause.SCHEMA_INVALID, "some-service", MutableClock.START)));
    }

    private List<Map<String, Object>> rowsOf(String key) {
        return query("SELECT * FROM message WHERE record_key = ?", bytes(key));
    }

    private List<Map<String, Object>> rows() {
        return query("SELECT * FROM message WHERE reminder_id = ?", reminder);
    }
}
