package com.clinni.reminders.kafka;

import com.clinni.events.kafka.Publication;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;

/**
 * Publishes by the plain Kafka producer and waits for the broker: when this returns, every record
 * is on all in-sync replicas.
 */
@ApplicationScoped
public class AwaitedPublisher {

    private static final String CHANNEL = "published";

    private final KafkaClientService kafka;

    /** The emitter is never used: without one the connector makes no producer. */
    public AwaitedPublisher(KafkaClientService kafka, @Channel(CHANNEL) Emitter<byte[]> unused) {
        this.kafka = kafka;
    }

    /**
     * Sends all, then waits for all.
     *
     * @return what the broker will never take, because it is larger than its topic allows
     * @throws BrokerUnavailable when the broker did not acknowledge; some records may be there
     */
    public List<Publication> publish(List<Publication> publications) {
        Producer<String, byte[]> producer = kafka.<String, byte[]>getProducer(CHANNEL).unwrap();
        var answers = publications.stream().map(each -> producer.send(each.toRecord())).toList();
        var refused = new ArrayList<Publication>();
        for (var i = 0; i < answers.size(); i++) {
            if (!isAcknowledged(answers.get(i))) {
                refused.add(publications.get(i));
            }
        }
        return refused;
    }

    private static boolean isAcknowledged(Future<RecordMetadata> answer) {
        try {
            answer.get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordTooLargeException) {
                return false;
            }
            throw new BrokerUnavailable(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerUnavailable(e);
        }
    }

    /** The broker did not acknowledge in time. Says what kind of trouble, never what was sent. */
    public static final class BrokerUnavailable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public BrokerUnavailable(Throwable cause) {
            super("Kafka did not acknowledge: " + cause.getClass().getSimpleName());
        }
    }
}
