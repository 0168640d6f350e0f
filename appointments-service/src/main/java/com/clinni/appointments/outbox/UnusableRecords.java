package com.clinni.appointments.outbox;

import com.clinni.events.Cause;
import com.clinni.events.kafka.DeadLetters;
import com.clinni.events.kafka.DeadLetters.Death;
import com.clinni.events.kafka.DeadLetters.Origin;

import com.clinni.platform.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import java.time.Instant;
import java.util.List;

/** Puts records that this service cannot use into the outbox, as dead letters. */
@ApplicationScoped
public class UnusableRecords {

    private static final String SERVICE = "appointments-service";

    private final Outbox outbox;
    private final MeterRegistry metrics;

    UnusableRecords(Outbox outbox, MeterRegistry metrics) {
        this.outbox = outbox;
        this.metrics = metrics;
    }

    public void bury(
            ConsumerRecord<String, byte[]> record, Cause cause, String field, Instant now) {
        var origin = new Origin(record.topic(), record.partition(), record.offset());
        var letter =
                DeadLetters.of(
                        origin,
                        record.key(),
                        record.headers(),
                        record.value(),
                        Death.of(cause, field, SERVICE, now));
        outbox.add(List.of(letter));
        metrics.counter("events.dead.lettered", "topic", record.topic(), "cause", cause.name())
                .increment();
    }
}
