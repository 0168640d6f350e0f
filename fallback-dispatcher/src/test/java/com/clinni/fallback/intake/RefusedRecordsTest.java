package com.clinni.fallback.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.clinni.events.Cause;
import com.clinni.events.MessageReady;
import com.clinni.events.ReminderWithdrawn;
import com.clinni.events.Topics;
import com.clinni.events.kafka.DeadLetters;
import com.clinni.events.kafka.DeadLetters.Death;
import com.clinni.events.kafka.Publication;
import com.clinni.events.kafka.StoredHeaders;
import com.clinni.fallback.MutableClock;
import com.clinni.fallback.ServiceTest;
import com.clinni.fallback.TestMessage;
import com.clinni.fallback.TestPublisher;
import com.clinni.fallback.message.MessageId;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Records that read well and that PostgreSQL will not have: none may hold up its partition. */
@QuarkusTest
class RefusedRecordsTest extends ServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Java has this year, PostgreSQL has not. */
    private static final Instant YEAR_ZERO = Instant.parse("0000-01-01T00:00:00Z");

    @Test
    void a_refused_withdrawal_becomes_a_dead_letter_and_the_next_one_is_heard() {
        var refused = withdrawal(YEAR_ZERO);
        TestPublisher.publish(refused);
        var next = withdrawal(MutableClock.START);
        TestPublisher.publish(next);

        await().atMost(PATIENCE)
                .until(
                        () ->
                                query(
                                                        "SELECT 1 FROM withdrawal WHERE"
                                                                + " reminder_id = ?",
                                                        next.reminderId())
                                                .size()
                                        == 1);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(deadWithdrawals())
                                        .singleElement()
                                        .satisfies(row -> died(row, Cause.SCHEMA_INVALID)));
    }

    @Test
    void a_dead_letter_with_an_impossible_time_of_death_is_kept() {
        var message = TestMessage.message().build();
        var death = Death.of(Cause.LINE_DOWN, "test", Instant.parse("-1000000-01-01T00:00:00Z"));
        TestPublisher.publish(
                TestPublisher.deadLetter(
                        Publication.of(message, "/test", MutableClock.START), death));

        var id = stored(MessageId.of(message.reminderId(), "WHATSAPP", 1));

        assertThat(causeOf(id)).isEqualTo(Cause.LINE_DOWN);
    }

    /** The connector would read the attributes of cloud events itself, and give up the channel. */
    @Test
    void a_dead_letter_with_an_impossible_cloud_event_time_is_kept() {
        var message = TestMessage.message().build();
        var death = Death.of(Cause.LINE_DOWN, "test", MutableClock.START);
        TestPublisher.publish(
                TestPublisher.deadLetter(Publication.of(message, "/test", YEAR_ZERO), death));

        assertThat(stateOf(stored(MessageId.of(message.reminderId(), "WHATSAPP", 1)))).isNotNull();
    }

    @Test
    void a_message_that_cannot_be_stored_is_kept_bare_beside_one_that_can() {
        var refused = TestMessage.message().sendBefore(YEAR_ZERO).build();
        TestPublisher.publish(TestPublisher.deadLetter(refused, Cause.LINE_DOWN, 1));

        died(TestMessage.message().build(), Cause.LINE_DOWN);

        await().atMost(PATIENCE).until(() -> kept(refused).size() == 1);
        assertThat(kept(refused).getFirst())
                .containsEntry("died_of", "DEFECT")
                .containsEntry("reminder_id", null);
    }

    private List<Map<String, Object>> kept(MessageReady message) {
        return query(
                "SELECT * FROM message WHERE record_key = ?",
                message.appointmentId().getBytes(StandardCharsets.UTF_8));
    }

    private static void died(Map<String, Object> row, Cause cause) {
        var headers = StoredHeaders.unpack((byte[]) row.get("record_headers"));
        assertThat(DeadLetters.cause(headers)).contains(cause);
    }

    private List<Map<String, Object>> deadWithdrawals() {
        return query(
                "SELECT * FROM outbox WHERE topic = ?",
                Topics.deadLetterOf(Topics.REMINDER_WITHDRAWN));
    }

    private static ReminderWithdrawn withdrawal(Instant at) {
        return new ReminderWithdrawn(
                UUID.randomUUID(),
                "a-refused",
                2,
                "clinica-sol",
                ReminderWithdrawn.Reason.CANCELLED,
                at);
    }
}
