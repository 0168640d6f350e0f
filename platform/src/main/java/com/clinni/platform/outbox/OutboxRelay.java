package com.clinni.platform.outbox;

import com.clinni.events.kafka.Publication;
import com.clinni.events.kafka.StoredHeaders;
import com.clinni.platform.access.ActsForService;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import com.clinni.platform.kafka.BrokerUnavailable;
import com.clinni.platform.kafka.EventPublisher;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Publishes what the outbox holds, oldest first, on one node at a time. It remembers no position: a
 * row that commits late is found like any other. A crash between acknowledgement and commit
 * publishes a record again, and its id tells.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Sql TAKE_TURN = Sql.named("outbox/take-turn");
    private static final Sql TAKE = Sql.named("outbox/take");
    private static final Sql FORGET = Sql.named("outbox/forget");
    private static final int TRANSACTION_SECONDS = 20;
    private static final int MOST = 1_000;

    private final Database database;
    private final EventPublisher publisher;
    private final int batchSize;

    OutboxRelay(Database database, EventPublisher publisher, OutboxConfig config) {
        this.database = database;
        this.publisher = publisher;
        this.batchSize = config.batchSize();
        if (batchSize < 1 || batchSize > MOST) {
            throw new IllegalArgumentException("outbox.batch-size must be from 1 to " + MOST);
        }
    }

    private record Waiting(long id, Publication publication) {}

    /** Publishes until nothing is left, or until the broker or another node's turn stops it. */
    @ActsForService("relay-outbox")
    @Scheduled(
            identity = "relay-outbox",
            every = "${outbox.poll-every:1s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    public void relay() {
        try {
            while (relayBatch() == batchSize) {
                // a full batch means more may wait
            }
        } catch (BrokerUnavailable e) {
            LOG.warnf("the outbox goes on waiting: %s", e.getMessage());
        }
    }

    private int relayBatch() {
        return QuarkusTransaction.requiringNew()
                .timeout(TRANSACTION_SECONDS)
                .call(() -> isMyTurn() ? publish(take()) : 0);
    }

    private boolean isMyTurn() {
        return database.first(TAKE_TURN, Map.of(), row -> row.flag("mine")).orElse(false);
    }

    private List<Waiting> take() {
        return database.query(TAKE, Map.of("batch", batchSize), OutboxRelay::read);
    }

    /** The rows leave with the broker's acknowledgement or not at all. */
    private int publish(List<Waiting> waiting) {
        if (!waiting.isEmpty()) {
            publisher.publish(waiting.stream().map(Waiting::publication).toList());
            database.update(FORGET, Map.of("ids", waiting.stream().map(Waiting::id).toList()));
        }
        return waiting.size();
    }

    private static Waiting read(Row row) throws SQLException {
        var key = row.bytes("record_key");
        return new Waiting(
                row.number("id"),
                new Publication(
                        row.text("topic"),
                        key == null ? null : new String(key, StandardCharsets.UTF_8),
                        StoredHeaders.unpack(row.bytes("record_headers")),
                        row.bytes("record_value")));
    }
}
