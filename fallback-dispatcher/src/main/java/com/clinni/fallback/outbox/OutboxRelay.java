package com.clinni.fallback.outbox;

import com.clinni.events.kafka.Publication;
import com.clinni.events.kafka.StoredHeaders;
import com.clinni.fallback.database.Columns;
import com.clinni.fallback.database.Database;
import com.clinni.fallback.database.Parameters;
import com.clinni.fallback.database.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.jboss.logging.Logger;

/**
 * Publishes the outbox. Any number of nodes may run it. A crash between acknowledgement and commit
 * repeats records, which their ids tell.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Sql TAKE = Sql.file("outbox-take");
    private static final int BATCH = 500;
    private static final long BROKER_TIMEOUT_SECONDS = 6;
    private static final int TRANSACTION_SECONDS = 15;

    private final Database database;
    private final KafkaClientService kafka;
    private final MeterRegistry metrics;

    /** Never used: its channel makes the producer that is. */
    @Channel("outbox")
    Emitter<byte[]> producer;

    OutboxRelay(Database database, KafkaClientService kafka, MeterRegistry metrics) {
        this.database = database;
        this.kafka = kafka;
        this.metrics = metrics;
    }

    /** Publishes until nothing is left. */
    @Scheduled(
            identity = "relay-outbox",
            every = "{outbox.poll-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void relay() {
        while (relayBatch() == BATCH) {
            // a full batch means that more may wait
        }
    }

    private int relayBatch() {
        return QuarkusTransaction.requiringNew()
                .timeout(TRANSACTION_SECONDS)
                .call(
                        () -> {
                            var taken =
                                    database.query(
                                            TAKE,
                                            Parameters.of("batch", BATCH),
                                            OutboxRelay::publication);
                            publish(taken);
                            return taken.size();
                        });
    }

    private void publish(List<Publication> publications) {
        if (publications.isEmpty()) {
            return;
        }
        var client = kafka.<String, byte[]>getProducer("outbox").unwrap();
        publications.stream().map(p -> client.send(p.toRecord())).toList().forEach(this::await);
    }

    /** A record that no broker will ever take must not hold up the others. */
    private void await(Future<RecordMetadata> acknowledgement) {
        try {
            acknowledgement.get(BROKER_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the broker was to acknowledge", e);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof RecordTooLargeException)) {
                throw new IllegalStateException("the broker did not acknowledge", e);
            }
            LOG.error("a record is larger than its topic takes and is left out");
            metrics.counter("clinni.fallback.outbox.refused").increment();
        } catch (TimeoutException e) {
            throw new IllegalStateException("the broker did not acknowledge in time", e);
        }
    }

    private static Publication publication(Columns row) {
        var key = row.bytes("record_key");
        return new Publication(
                row.text("topic"),
                key == null ? null : new String(key, StandardCharsets.UTF_8),
                StoredHeaders.unpack(row.bytes("record_headers")),
                row.bytes("record_value"));
    }
}
