package com.clinni.whatsapp.dispatch;

import com.clinni.platform.outbox.Outbox;
import com.clinni.events.Cause;
import com.clinni.events.kafka.DeadLetters;
import com.clinni.events.kafka.DeadLetters.Death;
import com.clinni.events.kafka.DeadLetters.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Records that this service cannot use at all: put aside as they came, and the partition goes on.
 */
@ApplicationScoped
public class DeadRecords {

    private static final Logger LOG = Logger.getLogger(DeadRecords.class);

    private final Outbox outbox;
    private final DispatchMetrics metrics;
    private final Clock clock;

    DeadRecords(Outbox outbox, DispatchMetrics metrics, Clock clock) {
        this.outbox = outbox;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Runs in the transaction that lets the record be acknowledged. */
    public void bury(ConsumerRecord<String, byte[]> record, Cause cause, String field) {
        outbox.add(
                List.of(
                        DeadLetters.of(
                                new Origin(record.topic(), record.partition(), record.offset()),
                                record.key(),
                                record.headers(),
                                record.value(),
                                Death.of(cause, field, Origins.SERVICE, clock.instant()))));
        metrics.rejected(record.topic(), cause.name());
        LOG.warnf(
                "%s partition %d offset %d: %s, field %s",
                record.topic(), record.partition(), record.offset(), cause, field);
    }
}
