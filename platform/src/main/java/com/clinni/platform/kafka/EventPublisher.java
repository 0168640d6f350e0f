package com.clinni.platform.kafka;

import com.clinni.events.kafka.Publication;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.jboss.logging.Logger;

/**
 * Publishes on the calling thread and waits for the broker: when it returns, every record is on all
 * in-sync replicas. So it may stand inside a database transaction, where a reactive emitter leaves
 * the records in Kafka and rolls the rows back.
 */
@ApplicationScoped
public class EventPublisher {

    /** Counts the records that no broker will ever take; any growth wants a person. */
    public static final String REFUSED = "events.refused";

    private static final Logger LOG = Logger.getLogger(EventPublisher.class);
    private static final String CHANNEL = "published";

    private final KafkaClientService clients;
    private final MeterRegistry metrics;
    private final Duration limit;

    /**
     * @param channel never written to: it makes the channel, and with it the producer, exist
     * @param limit how long all records of one call may take together
     */
    public EventPublisher(
            KafkaClientService clients,
            @Channel(CHANNEL) Emitter<byte[]> channel,
            MeterRegistry metrics,
            @ConfigProperty(name = "publishing.limit", defaultValue = "6s") Duration limit) {
        this.clients = clients;
        this.metrics = metrics;
        this.limit = limit;
    }

    /**
     * Sends all, then waits for all.
     *
     * @return those that are larger than their topic allows: trying again would not help
     * @throws BrokerUnavailable when the broker has not acknowledged in time; some may be there
     */
    public List<Publication> publish(List<Publication> publications) throws BrokerUnavailable {
        var deadline = System.nanoTime() + limit.toNanos();
        var sent = send(publications, deadline);
        var refused = new ArrayList<Publication>();
        for (var i = 0; i < sent.size(); i++) {
            if (!isAcknowledged(sent.get(i), deadline)) {
                refused.add(publications.get(i));
                refuse(publications.get(i).topic());
            }
        }
        return refused;
    }

    /** Each send may block for long while the broker is away: one that did is the last. */
    private List<Future<RecordMetadata>> send(List<Publication> publications, long deadline) {
        Producer<String, byte[]> producer = clients.<String, byte[]>getProducer(CHANNEL).unwrap();
        var sent = new ArrayList<Future<RecordMetadata>>();
        for (var each : publications) {
            if (System.nanoTime() > deadline) {
                throw new BrokerUnavailable(new TimeoutException());
            }
            sent.add(producer.send(each.toRecord()));
        }
        return sent;
    }

    private static boolean isAcknowledged(Future<RecordMetadata> answer, long deadline) {
        try {
            answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerUnavailable(e);
        } catch (TimeoutException e) {
            throw new BrokerUnavailable(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordTooLargeException) {
                return false;
            }
            throw new BrokerUnavailable(Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    private void refuse(String topic) {
        LOG.errorf("a record is larger than %s takes and is left out", topic);
        metrics.counter(REFUSED, "topic", topic).increment();
    }
}
