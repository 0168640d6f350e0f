package com.clinni.fallback;

import com.clinni.events.Cause;
import com.clinni.events.Event;
import com.clinni.events.MessageReady;
import com.clinni.events.kafka.DeadLetters;
import com.clinni.events.kafka.DeadLetters.Death;
import com.clinni.events.kafka.DeadLetters.Origin;
import com.clinni.events.kafka.Publication;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Publishes as the other services do. */
public final class TestPublisher {

    private static final AtomicLong OFFSETS = new AtomicLong(System.nanoTime() % 100_000_000);

    private static final KafkaProducer<String, byte[]> PRODUCER =
            new KafkaProducer<>(
                    Map.of(
                            "bootstrap.servers",
                            ConfigProvider.getConfig()
                                    .getValue("kafka.bootstrap.servers", String.class)),
                    new StringSerializer(),
                    new ByteArraySerializer());

    private TestPublisher() {}

    public static void publish(Publication publication) {
        try {
            PRODUCER.send(publication.toRecord()).get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    public static void publish(Event event) {
        publish(Publication.of(event, "/clinni/test", MutableClock.START));
    }

    /** What whatsapp-dispatcher publishes when it gives a message up. */
    public static Publication deadLetter(MessageReady message, Cause cause, int generation) {
        var ready =
                Publication.of(message, "/clinni/reminder-service", MutableClock.START, generation);
        return deadLetter(ready, Death.of(cause, "whatsapp-dispatcher", MutableClock.START));
    }

    public static Publication deadLetter(Publication living, Death death) {
        return DeadLetters.of(
                new Origin(living.topic(), 0, OFFSETS.incrementAndGet()),
                living.key(),
                living.headers(),
                living.value(),
                death);
    }

    /** A record as somebody who does not know the contract publishes it. */
    public static Publication poison(String topic, String key, byte[] bytes) {
        return new Publication(topic, key, new RecordHeaders(), bytes);
    }
}
