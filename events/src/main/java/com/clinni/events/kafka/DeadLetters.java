package com.clinni.events.kafka;

import com.clinni.events.Cause;
import com.clinni.events.NameBasedUuid;
import com.clinni.events.Topics;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Dead letters: the record as it came (key, headers and bytes untouched) plus headers that say why
 * and where it died. A replay is the same record without those headers, with the next generation
 * and the id of the dead letter that it was.
 */
public final class DeadLetters {

    /** A {@link Cause} by name. */
    public static final String CAUSE = "dead-letter-cause";

    /** The dotted name of the field at fault, where one is. */
    public static final String FIELD = "dead-letter-field";

    /** The service that gave up. */
    public static final String SERVICE = "dead-letter-service";

    /** The topic it was consumed from: where a replay sends it. */
    public static final String TOPIC = "dead-letter-topic";

    public static final String PARTITION = "dead-letter-partition";
    public static final String OFFSET = "dead-letter-offset";

    /** When it was given up, ISO instant. */
    public static final String AT = "dead-letter-at";

    /** {@code true} when the patient may already have the message. */
    public static final String POSSIBLE_DUPLICATE = "dead-letter-possible-duplicate";

    /** The line, where it is one of WhatsApp's that could not take the message. */
    public static final String LINE = "dead-letter-line";

    private static final String PREFIX = "dead-letter-";

    private static final UUID RECORDS = UUID.fromString("8c4de2a7-3f0b-4a55-9d0e-6f1b2d7c5e13");

    private DeadLetters() {}

    /** Where a record came from. */
    public record Origin(String topic, int partition, long offset) {

        /** The id under which reports speak of the record where it is no message itself. */
        public UUID reportId() {
            return NameBasedUuid.of(RECORDS, topic + "-" + partition + "@" + offset);
        }
    }

    /**
     * Why it died.
     *
     * @param field the field at fault
     * @param line the WhatsApp number that could not take it
     */
    public record Death(
            Cause cause,
            @Nullable String field,
            String service,
            Instant at,
            boolean possibleDuplicate,
            @Nullable String line) {

        public static Death of(Cause cause, String service, Instant at) {
            return new Death(cause, null, service, at, false, null);
        }

        public static Death of(Cause cause, @Nullable String field, String service, Instant at) {
            return new Death(cause, field, service, at, false, null);
        }
    }

    /** The dead letter of a record that was consumed just now. */
    public static Publication of(ConsumerRecord<String, byte[]> record, Death death) {
        return of(
                new Origin(record.topic(), record.partition(), record.offset()),
                record.key(),
                record.headers(),
                record.value(),
                death);
    }

    /** The dead letter of a record, for the dead-letter topic of the topic it came from. */
    public static Publication of(
            Origin origin,
            @Nullable String key,
            Headers original,
            byte @Nullable [] value,
            Death death) {
        var headers = living(original);
        CloudEventHeaders.set(headers, CAUSE, death.cause().name());
        if (death.field() != null) {
            CloudEventHeaders.set(headers, FIELD, death.field());
        }
        CloudEventHeaders.set(headers, SERVICE, death.service());
        CloudEventHeaders.set(headers, TOPIC, origin.topic());
        CloudEventHeaders.set(headers, PARTITION, Integer.toString(origin.partition()));
        CloudEventHeaders.set(headers, OFFSET, Long.toString(origin.offset()));
        CloudEventHeaders.set(headers, AT, death.at().toString());
        if (death.possibleDuplicate()) {
            CloudEventHeaders.set(headers, POSSIBLE_DUPLICATE, "true");
        }
        if (death.line() != null) {
            CloudEventHeaders.set(headers, LINE, death.line());
        }
        return new Publication(Topics.deadLetterOf(origin.topic()), key, headers, value);
    }

    /**
     * The record to send back where it died, as the next generation.
     *
     * @param deadLetter the id by which fallback-dispatcher keeps it
     */
    public static Publication replay(
            UUID deadLetter,
            String topic,
            @Nullable String key,
            Headers dead,
            byte @Nullable [] value,
            int nextGeneration) {
        var headers = living(dead);
        CloudEventHeaders.set(
                headers, CloudEventHeaders.GENERATION, Integer.toString(nextGeneration));
        CloudEventHeaders.set(headers, CloudEventHeaders.REPLAY_OF, deadLetter.toString());
        return new Publication(topic, key, headers, value);
    }

    /** The cause in a dead letter's headers; empty when absent or from a newer version. */
    public static Optional<Cause> cause(Headers headers) {
        return CloudEventHeaders.text(headers, CAUSE).flatMap(DeadLetters::known);
    }

    private static Optional<Cause> known(String name) {
        try {
            return Optional.of(Cause.valueOf(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Headers living(Headers original) {
        var headers = new RecordHeaders();
        for (var header : original) {
            if (!header.key().startsWith(PREFIX)) {
                headers.add(header);
            }
        }
        return headers;
    }
}
