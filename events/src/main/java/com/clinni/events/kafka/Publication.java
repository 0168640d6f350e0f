package com.clinni.events.kafka;

import com.clinni.events.Event;
import com.clinni.events.EventJson;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record ready to be published, or to wait in an outbox until it is. Only a dead letter or a
 * replay may lack a key or a value: as the record it was came.
 */
public record Publication(
        String topic, @Nullable String key, Headers headers, byte @Nullable [] value) {

    /**
     * An event of a first generation.
     *
     * @param source who publishes, e.g. {@code /clinni/appointments-service}
     * @param time when it happened
     */
    public static Publication of(Event event, String source, Instant time) {
        return of(event, source, time, 1);
    }

    /** An event that belongs to a given generation of its message. */
    public static Publication of(Event event, String source, Instant time, int generation) {
        var headers = new RecordHeaders();
        CloudEventHeaders.write(
                headers, event.id(generation), event.topic(), source, event.key(), time);
        if (generation > 1) {
            CloudEventHeaders.set(
                    headers, CloudEventHeaders.GENERATION, Integer.toString(generation));
        }
        return new Publication(event.topic(), event.key(), headers, EventJson.write(event));
    }

    /** The record for a plain producer; the partition follows from the key. */
    public ProducerRecord<String, byte[]> toRecord() {
        return new ProducerRecord<>(topic, null, key, value, headers);
    }

    /** Names the topic only: key, headers and value stay out of logs. */
    @Override
    public String toString() {
        return "Publication[" + topic + "]";
    }
}
