package com.clinni.fallback.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.clinni.events.Cause;
import com.clinni.events.DeliveryReported;
import com.clinni.events.DeliveryState;
import com.clinni.events.MessageRequested;
import com.clinni.events.Topics;
import com.clinni.events.kafka.DeadLetters.Death;
import com.clinni.fallback.MutableClock;
import com.clinni.fallback.ServiceTest;
import com.clinni.fallback.TestPublisher;
import com.clinni.fallback.message.Messages;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Services that send events hear which of them cannot be used, why, and where the fault is. */
@QuarkusTest
class SenderMistakesTest extends ServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String id = "id-" + UUID.randomUUID();

    @Inject Messages messages;

    @Test
    void a_request_that_cannot_be_used_is_told_with_its_cause_and_its_place() {
        bury(Topics.MESSAGE_REQUESTED, request(id), Cause.PHONE_INVALID, "patient.phone");

        assertThat(told())
                .returns(DeliveryState.NEEDS_ATTENTION, DeliveryReported::state)
                .returns(Cause.PHONE_INVALID, DeliveryReported::cause)
                .returns("patient.phone", DeliveryReported::field)
                .returns("/patient/phone", DeliveryReported::pointer)
                .returns(MessageRequested.reminderId("sol", id), DeliveryReported::reminderId);
    }

    @Test
    void a_change_of_an_appointment_that_cannot_be_used_is_told_under_the_appointments_id() {
        bury(Topics.APPOINTMENT_CHANGED, change(id, "7"), Cause.SCHEMA_INVALID, "startsAt");

        assertThat(told())
                .returns(DeliveryState.NEEDS_ATTENTION, DeliveryReported::state)
                .returns(Cause.SCHEMA_INVALID, DeliveryReported::cause)
                .returns("startsAt", DeliveryReported::field)
                .returns("/startsAt", DeliveryReported::pointer)
                .returns(7L, DeliveryReported::appointmentVersion)
                .returns("sol", DeliveryReported::clinicId);
    }

    @ParameterizedTest
    @ValueSource(strings = {Topics.MESSAGE_REQUESTED, Topics.APPOINTMENT_CHANGED})
    void an_event_of_which_nothing_can_be_read_is_told_under_its_key(String topic) {
        bury(topic, "{\"broken\":", Cause.UNREADABLE, null);

        assertThat(told())
                .returns(Cause.UNREADABLE, DeliveryReported::cause)
                .returns(DeliveryReported.UNKNOWN_CLINIC, DeliveryReported::clinicId)
                .returns(null, DeliveryReported::field)
                .returns(null, DeliveryReported::pointer);
    }

    @Test
    void a_header_at_fault_has_a_name_and_no_pointer() {
        bury(Topics.APPOINTMENT_CHANGED, change(id, "7"), Cause.UNKNOWN_VERSION, "ce_type");

        assertThat(told())
                .returns("ce_type", DeliveryReported::field)
                .returns(null, DeliveryReported::pointer);
    }

    @Test
    void an_id_that_was_used_for_something_else_is_told_without_a_word_about_the_first_message() {
        bury(Topics.MESSAGE_REQUESTED, request(id), Cause.CONFLICT, "messageId");

        assertThat(told())
                .returns(Cause.CONFLICT, DeliveryReported::cause)
                .returns("/messageId", DeliveryReported::pointer)
                .satisfies(
                        report ->
                                assertThat(report.reminderId())
                                        .isNotEqualTo(MessageRequested.reminderId("sol", id)));
    }

    @Test
    void two_events_that_cannot_be_used_are_told_of_twice() {
        bury(Topics.APPOINTMENT_CHANGED, change(id, "7"), Cause.SCHEMA_INVALID, "zone");
        bury(Topics.APPOINTMENT_CHANGED, change(id, "8"), Cause.UNKNOWN_CLINIC, "clinicId");

        await().atMost(PATIENCE).until(() -> reportsUnder(id).size() == 2);
        assertThat(reportsUnder(id)).extracting(report -> report.id(1)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "9007199254740991, 9007199254740991",
        "9007199254740992, 0",
        "9223372036854775807, 0",
        "1e30, 0",
        "123456789012345678901234567890, 0",
        "-1, 0",
        "\"7\", 0",
    })
    void a_version_that_nobody_counts_to_is_not_repeated(String written, long version) {
        bury(Topics.APPOINTMENT_CHANGED, change(id, written), Cause.SCHEMA_INVALID, "version");

        assertThat(told())
                .returns(version, DeliveryReported::appointmentVersion)
                .returns("/version", DeliveryReported::pointer);
    }

    @Test
    void what_a_person_makes_of_it_is_told_too() {
        bury(Topics.APPOINTMENT_CHANGED, change(id, "7"), Cause.UNKNOWN_CLINIC, "clinicId");
        told();
        var row =
                (UUID)
                        query("SELECT id FROM message WHERE record_key = ?", id.getBytes(UTF_8))
                                .getFirst()
                                .get("id");

        QuarkusTransaction.requiringNew()
                .run(() -> messages.close(List.of(row), DeliveryState.DISCARDED));

        assertThat(reportsUnder(id))
                .extracting(DeliveryReported::state)
                .containsExactly(DeliveryState.NEEDS_ATTENTION, DeliveryState.DISCARDED);
    }

    private DeliveryReported told() {
        await().atMost(PATIENCE).until(() -> !reportsUnder(id).isEmpty());
        assertThat(reportsUnder(id)).hasSize(1);
        return reportsUnder(id).getFirst();
    }

    private static String request(String messageId) {
        return "{\"messageId\":\"%s\",\"clinicId\":\"sol\",\"patient\":{\"phone\":\"12\"}}"
                .formatted(messageId);
    }

    private static String change(String appointmentId, String version) {
        return "{\"appointmentId\":\"%s\",\"clinicId\":\"sol\",\"version\":%s}"
                .formatted(appointmentId, version);
    }

    private void bury(String topic, String value, Cause cause, String field) {
        TestPublisher.publish(
                TestPublisher.deadLetter(
                        TestPublisher.poison(topic, id, value.getBytes(UTF_8)),
                        Death.of(cause, field, "some-service", MutableClock.START)));
    }
}
