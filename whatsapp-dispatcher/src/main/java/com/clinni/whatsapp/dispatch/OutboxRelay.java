package com.clinni.whatsapp.dispatch;

import com.clinni.events.kafka.Publication;
import com.clinni.events.kafka.StoredHeaders;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.jboss.logging.Logger;

/**
 * Publishes what the outbox holds. A row leaves with the broker's acknowledgement or not at all: a
 * crash in between publishes an event again, and its id tells.
 */
@ApplicationScoped
class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final String CHANNEL = "outbox";
    private static final Sql TAKE = Sql.named("outbox/take");
    private static final Sql DELETE = Sql.named("outbox/delete");
    private static final int BROKER_SECONDS = 6;
    private static final int TRANSACTION_SECONDS = 20;

    private final Database database;
    private final KafkaClientService kafka;
    private final int batch;

    /** The emitter only makes the channel, and with it its producer, exist. */
    OutboxRelay(
            Database database,
            KafkaClientService kafka,
            DispatchConfig config,
            @Channel(CHANNEL) Emitter<byte[]> channel) {
        this.database = database;
        this.kafka = kafka;
        this.batch = config.batchSize();
    }

    private record Kept(long id, Publication publication) {}

    @Scheduled(
            identity = "relay-outbox",
            every = "${dispatch.outbox-every:1s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void relay() {
        while (relayBatch() == batch) {
            // a full batch means more may wait
        }
    }

    private int relayBatch() {
        return QuarkusTransaction.requiringNew()
                .timeout(TRANSACTION_SECONDS)
                .call(
                        () -> {
                            var kept =
                                    database.query(TAKE, Map.of("batch", batch), OutboxRelay::read);
                            if (!kept.isEmpty() && publish(kept)) {
                                database.update(
                                        DELETE,
                                        Map.of("ids", kept.stream().map(Kept::id).toList()));
                                return kept.size();
                            }
                            return 0;
                        });
    }

    private boolean publish(List<Kept> kept) {
        Producer<String, byte[]> producer = kafka.<String, byte[]>getProducer(CHANNEL).unwrap();
        var sends = new ArrayList<Future<?>>();
        try {
            for (var row : kept) {
                sends.add(producer.send(row.publication().toRecord()));
            }
            for (var send : sends) {
                await(send);
            }
            return true;
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            LOG.warnf(
                    "%d outbox rows stay: the broker did not take them (%s).",
                    kept.size(), e.getClass().getSimpleName());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A record that no broker will ever take must not hold up the others. */
    private static void await(Future<?> send)
            throws ExecutionException, TimeoutException, InterruptedException {
        try {
            send.get(BROKER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof RecordTooLargeException)) {
                throw e;
            }
            LOG.error("A record is larger than its topic takes and is left out.");
        }
    }

    private static Kept read(Row row) throws SQLException {
        return new Kept(
                row.number("id"),
                new Publication(
                        row.text("topic"),
                        RecordKey.text(row.bytes("key")),
                        StoredHeaders.unpack(row.bytes("headers")),
                        row.bytes("value")));
    }
}
