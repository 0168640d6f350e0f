package com.clinni.appointments.outbox;

import static com.clinni.appointments.TestClinics.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clinni.appointments.KafkaLog;
import com.clinni.events.Topics;
import com.clinni.events.kafka.Publication;
import com.clinni.platform.outbox.Outbox;
import com.clinni.platform.outbox.OutboxRelay;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class OutboxRelayTest {

    private static final String TOPIC = Topics.deadLetterOf(Topics.REMINDER_DUE);
    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");

    @Inject Outbox outbox;
    @Inject OutboxRelay relay;
    @Inject RelaySteps rows;
    @Inject KafkaLog kafka;

    private final String key = fresh("key");

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

    private void add(List<String> values) {
        outbox.add(
                values.stream()
                        .map(
                                value ->
                                        new Publication(
                                                TOPIC,
                                                key,
                                                new RecordHeaders(),
                                                value.getBytes(StandardCharsets.UTF_8)))
                        .toList());
    }

    private List<String> values() {
        return kafka.of(TOPIC, key).stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }
}
