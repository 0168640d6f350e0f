package com.clinni.appointments.outbox;

import com.clinni.events.Event;
import com.clinni.events.kafka.Publication;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.jboss.logging.Logger;

/**
 * Publishes on the calling thread, so that it may stand inside a database transaction: a reactive
 * emitter there leaves the records in Kafka and rolls the rows back.
 */
@ApplicationScoped
public class Broker {

    /** Who publishes, in every event's {@code ce_source}. */
    public static final String SOURCE = "/clinni/appointments-service";

    private static final Logger LOG = Logger.getLogger(Broker.class);
    private static final String CHANNEL = "published";
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final KafkaClientService clients;

    /**
     * @param channel never written to: it makes the channel, and with it the producer, exist
     */
    Broker(KafkaClientService clients, @Channel(CHANNEL) Emitter<byte[]> channel) {
        this.clients = clients;
    }

    /** Returns when the broker has acknowledged every event; throws when it has not in time. */
    public void publishEvents(List<? extends Event> events, Instant at) {
        publish(events.stream().map(event -> Publication.of(event, SOURCE, at)).toList());
    }

    /** Returns when the broker has acknowledged every record; throws when it has not in time. */
    public void publish(List<Publication> publications) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        send(publications, deadline).forEach(acknowledgement -> await(acknowledgement, deadline));
    }

    /** The same, but what is larger than its topic takes is left out: it would go in never. */
    void publishWhatFits(List<Publication> publications) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        for (var acknowledgement : send(publications, deadline)) {
            try {
                await(acknowledgement, deadline);
            } catch (BrokerAway e) {
                if (!e.isAboutSize()) {
                    throw e;
                }
                LOG.error("a record is larger than its topic takes and is left out");
            }
        }
    }

    /** Each send may block for long while the broker is away: one that did is the last. */
    private List<Future<RecordMetadata>> send(List<Publication> publications, long deadline) {
        Producer<String, byte[]> producer = clients.<String, byte[]>getProducer(CHANNEL).unwrap();
        var sent = new ArrayList<Future<RecordMetadata>>();
        for (var each : publications) {
            if (System.nanoTime() > deadline) {
                throw new BrokerAway(new TimeoutException());
            }
            sent.add(producer.send(each.toRecord()));
        }
        return sent;
    }

    private static void await(Future<?> acknowledgement, long deadline) {
        try {
            acknowledgement.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerAway(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new BrokerAway(e);
        }
    }
}
