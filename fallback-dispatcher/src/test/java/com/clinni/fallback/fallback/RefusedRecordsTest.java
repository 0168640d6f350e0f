package com.clinni.fallback.fallback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.clinni.events.Cause;
import com.clinni.events.ReminderWithdrawn;
import com.clinni.events.Topics;
import com.clinni.events.kafka.DeadLetters;
import com.clinni.events.kafka.StoredHeaders;
import com.clinni.fallback.Broker;
import com.clinni.fallback.MutableClock;
import com.clinni.fallback.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
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
        Broker.publish(refused);
        var next = withdrawal(MutableClock.START);
        Broker.publish(next);

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
