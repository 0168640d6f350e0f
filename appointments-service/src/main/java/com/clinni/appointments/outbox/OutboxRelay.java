package com.clinni.appointments.outbox;

import com.clinni.appointments.Database;
import com.clinni.events.kafka.Publication;
import com.clinni.events.kafka.StoredHeaders;
import com.clinni.platform.kafka.EventPublisher;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

import jakarta.enterprise.context.ApplicationScoped;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Publishes what the outbox holds, oldest first. It remembers no position: a row that commits late
 * is found like any other.
 */
@ApplicationScoped
class OutboxRelay {

    private static final int TRANSACTION_SECONDS = 10;

    /** One node relays at a time, so that the records of one key never overtake each other. */
    private static final String MY_TURN =
            "SELECT pg_try_advisory_xact_lock(hashtext('outbox-relay')) AS mine";

    private static final String TAKE =
            """
            SELECT id, topic, record_key, record_headers, record_value, created_at
            FROM outbox ORDER BY id LIMIT ?
            """;

    private static final String FORGET = "DELETE FROM outbox WHERE id = ANY (?::bigint[])";

    private final Database database;
    private final EventPublisher publisher;
    private final OutboxConfig config;
    private final Clock clock;
    private final AtomicLong oldestAge;

    OutboxRelay(
            Database database,
            EventPublisher publisher,
            OutboxConfig config,
            Clock clock,
            MeterRegistry metrics) {
        this.database = database;
        this.publisher = publisher;
        this.config = config;
        this.clock = clock;
        this.oldestAge = metrics.gauge("outbox.oldest.age.seconds", new AtomicLong());
    }

    private record Waiting(long id, Publication publication, Instant since) {}

    @Scheduled(
            identity = "relay-outbox",
            every = "${outbox.poll-every:1s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void relay() {
        while (relayBatch() == config.batchSize()) {
            // a full batch means more may wait
        }
    }

    private int relayBatch() {
        return QuarkusTransaction.requiringNew()
                .timeout(TRANSACTION_SECONDS)
                .call(() -> isMyTurn() ? publish(take()) : 0);
    }

    private boolean isMyTurn() {
        return database.query(MY_TURN, row -> row.getBoolean("mine")).getFirst();
    }

    private List<Waiting> take() {
        var waiting =
                database.query(
                        TAKE,
                        row ->
                                new Waiting(
                                        row.getLong("id"),
                                        new Publication(
                                                row.getString("topic"),
                                                text(row.getBytes("record_key")),
                                                StoredHeaders.unpack(
                                                        row.getBytes("record_headers")),
                                                row.getBytes("record_value")),
                                        Database.instant(row, "created_at")),
                        config.batchSize());
        oldestAge.set(
                waiting.isEmpty()
                        ? 0
                        : Duration.between(waiting.getFirst().since(), clock.instant())
                                .toSeconds());
        return waiting;
    }

    /** The rows leave with the broker's acknowledgement or not at all. */
    private int publish(List<Waiting> waiting) {
        if (!waiting.isEmpty()) {
            publisher.publish(waiting.stream().map(Waiting::publication).toList());
            database.update(
                    FORGET, (Object) waiting.stream().map(Waiting::id).toArray(Long[]::new));
        }
        return waiting.size();
    }

    private static String text(byte[] key) {
        return key == null ? null : new String(key, StandardCharsets.UTF_8);
    }
}
