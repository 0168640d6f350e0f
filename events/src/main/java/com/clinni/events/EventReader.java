package com.clinni.events;

import com.clinni.events.Reading.Read;
import com.clinni.events.Reading.Rejected;
import com.clinni.events.kafka.CloudEventHeaders;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Reads one kind of event from a record as it came. Never throws for what a record says: whatever
 * cannot be used is a {@link Rejected} with a stable cause, and no value of the record is in it.
 */
public final class EventReader<T extends Event> {

    private static final int LARGEST = 256 * 1024;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Class<T> kind;
    private final String topic;
    private final String family;
    private final EventSchema schema;

    /** A reader of the events of one topic, by that topic's schema. */
    public EventReader(Class<T> kind, String topic) {
        this.kind = kind;
        this.topic = topic;
        this.family = topic.substring(0, topic.lastIndexOf(".v") + 2);
        this.schema = EventSchema.of(topic);
    }

    /** Reads the event that these headers announce and this value holds. */
    public Reading<T> read(Headers headers, byte @Nullable [] value) {
        var type = CloudEventHeaders.text(headers, CloudEventHeaders.TYPE).orElse("");
        if (!type.equals(topic) && !type.startsWith(topic + ".")) {
            return type.startsWith(family)
                    ? new Rejected<>(Cause.UNKNOWN_VERSION, CloudEventHeaders.TYPE)
                    : new Rejected<>(Cause.SCHEMA_INVALID, CloudEventHeaders.TYPE);
        }
        if (CloudEventHeaders.text(headers, CloudEventHeaders.ID).orElse("").isBlank()) {
            return new Rejected<>(Cause.SCHEMA_INVALID, CloudEventHeaders.ID);
        }
        return readValue(value);
    }

    private Reading<T> readValue(byte @Nullable [] value) {
        if (value == null || value.length == 0) {
            return new Rejected<>(Cause.UNREADABLE, null);
        }
        if (value.length > LARGEST) {
            return new Rejected<>(Cause.TOO_LARGE, null);
        }
        try {
            var tree = EventJson.MAPPER.readTree(decode(value));
            return tree == null ? new Rejected<>(Cause.UNREADABLE, null) : readTree(tree);
        } catch (CharacterCodingException | JsonProcessingException e) {
            return new Rejected<>(Cause.UNREADABLE, null);
        }
    }

    private Reading<T> readTree(JsonNode tree) {
        var fault = schema.firstFault(tree);
        if (fault.isEmpty()) {
            fault = UnstorableText.firstIn(tree);
        }
        if (fault.isPresent()) {
            return new Rejected<>(Cause.SCHEMA_INVALID, schema.known(fault.get()));
        }
        try {
            var event = EventJson.MAPPER.treeToValue(tree, kind);
            return event.contradiction()
                    .<Reading<T>>map(field -> new Rejected<>(Cause.SCHEMA_INVALID, field))
                    .orElseGet(() -> new Read<>(event));
        } catch (JsonProcessingException e) {
            return new Rejected<>(Cause.SCHEMA_INVALID, fieldOf(e));
        }
    }

    /** Invalid and overlong UTF-8 is refused, not repaired: a repaired name is a wrong name. */
    private static String decode(byte[] value) throws CharacterCodingException {
        var text =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(value))
                        .toString();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static @Nullable String fieldOf(JsonProcessingException e) {
        if (e instanceof JsonMappingException mapping) {
            return mapping.getPath().stream()
                    .map(
                            step ->
                                    step.getFieldName() == null
                                            ? Integer.toString(step.getIndex())
                                            : step.getFieldName())
                    .collect(Collectors.joining("."));
        }
        return null;
    }
}
