package com.clinni.appointments.outbox;

import static com.clinni.appointments.House.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clinni.appointments.KafkaLog;
import com.clinni.events.Topics;
import com.clinni.events.kafka.Publication;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class OutboxRelayTest {

    private static final String TOPIC = Topics.deadLetterOf(Topics.REMINDER_DUE);
    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");

    @Inject Outbox outbox;
    @Inject OutboxRelay relay;
    @Inject Relaying rows;
    @Inject KafkaLog kafka;

    private final String key = fresh("key");

    @Test
    void what_committed_is_published_once_in_its_order_by_any_number_of_nodes() {
        var numbers = IntStream.range(0, 1_200).mapToObj(Integer::toString).toList();
        QuarkusTransaction.requiringNew().run(() -> add(numbers));

        CompletableFuture.allOf(
                        IntStream.range(0, 4)
                                .mapToObj(i -> CompletableFuture.runAsync(relay::relay))
                                .toArray(CompletableFuture[]::new))
                .join();
        relay.relay();

        assertThat(values()).isEqualTo(numbers);
        assertThat(rows.waiting()).isZero();
    }

    @Test
    void what_did_not_commit_is_never_published() {
        assertThatThrownBy(
                        () ->
                                QuarkusTransaction.requiringNew()
                                        .run(
                                                () -> {
                                                    add(List.of("lost"));
                                                    throw new IllegalStateException("killed");
                                                }))
                .hasMessage("killed");

        relay.relay();

        assertThat(values()).isEmpty();
    }

    @Test
    void a_row_that_commits_after_a_later_one_is_found() {
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            add(List.of("early"));
                            QuarkusTransaction.requiringNew().run(() -> add(List.of("late")));
                            relay.relay();
                        });
        relay.relay();

        assertThat(values()).containsExactly("late", "early");
    }

    @Test
    void what_is_larger_than_its_topic_takes_does_not_hold_up_the_others() {
        QuarkusTransaction.requiringNew().run(() -> add(List.of("x".repeat(3_000_000), "after")));

        relay.relay();

        assertThat(values()).containsExactly("after");
        assertThat(rows.waiting()).isZero();
    }

    private void add(List<String> values) {
        outbox.addRecords(
                values.stream()
                        .map(
                                value ->
                                        new Publication(
                                                TOPIC,
                                                key,
                                                new RecordHeaders(),
                                                value.getBytes(StandardCharsets.UTF_8)))
                        .toList(),
                NOW);
    }

    private List<String> values() {
        return kafka.of(TOPIC, key).stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }
}
