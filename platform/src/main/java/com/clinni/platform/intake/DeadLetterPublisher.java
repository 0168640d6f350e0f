package com.clinni.platform.intake;

import com.clinni.events.Cause;
import com.clinni.events.kafka.DeadLetters;
import com.clinni.events.kafka.DeadLetters.Death;
import com.clinni.events.kafka.Publication;
import com.clinni.platform.kafka.EventPublisher;
import com.clinni.platform.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes records that this service cannot use as dead letters, unchanged: through its outbox,
 * or, in a service that has none, by the broker's acknowledgement. They are counted by topic and
 * cause under the name that {@code intake.dead-letter-metric} gives.
 */
@ApplicationScoped
public class DeadLetterPublisher {

    private static final Logger LOG = Logger.getLogger(DeadLetterPublisher.class);

    private final Instance<Outbox> outbox;
    private final EventPublisher broker;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final String service;
    private final String metric;

    DeadLetterPublisher(
            Instance<Outbox> outbox,
            EventPublisher broker,
            MeterRegistry metrics,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(
                            name = "intake.dead-letter-metric",
                            defaultValue = "events.dead.lettered")
                    String metric) {
        this.outbox = outbox;
        this.broker = broker;
        this.metrics = metrics;
        this.clock = clock;
        this.service = service;
        this.metric = metric;
    }

    /** Runs in the transaction that lets the record be acknowledged. */
    public void bury(ConsumerRecord<String, byte[]> record, Cause cause, @Nullable String field) {
        var death = Death.of(cause, field, service, clock.instant());
        publish(List.of(DeadLetters.of(record, death)));
        metrics.counter(metric, "topic", record.topic(), "cause", cause.name()).increment();
        LOG.warnf(
                "dead letter topic=%s partition=%d offset=%d cause=%s field=%s",
                record.topic(), record.partition(), record.offset(), cause, field);
    }

    private void publish(List<Publication> dead) {
        if (outbox.isResolvable()) {
            outbox.get().add(dead);
        } else {
            broker.publish(dead);
        }
    }
}
