package com.clinni.events.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * The CloudEvents 1.0 attributes of a record in Kafka binary mode: one {@code ce_} header each. Our
 * extensions are {@code ce_generation}, absent when 1, and {@code ce_replayof}, the dead letter
 * that a record was sent again from.
 */
public final class CloudEventHeaders {

    /** The beginning of the name of each. */
    public static final String PREFIX = "ce_";

    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String TIME = "ce_time";
    public static final String SUBJECT = "ce_subject";
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String GENERATION = "ce_generation";
    public static final String REPLAY_OF = "ce_replayof";
    public static final String CONTENT_TYPE = "content-type";

    private static final String UUID_TEXT =
            "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";

    private CloudEventHeaders() {}

    static void write(
            Headers headers, String id, String type, String source, String subject, Instant time) {
        set(headers, SPEC_VERSION, "1.0");
        set(headers, ID, id);
        set(headers, TYPE, type);
        set(headers, SOURCE, source);
        set(headers, SUBJECT, subject);
        set(headers, TIME, time.toString());
        set(headers, CONTENT_TYPE, "application/json");
    }

    /** Which attempt of people at this message it is: 1, or more after replays. */
    public static int generation(Headers headers) {
        return text(headers, GENERATION)
                .filter(written -> written.matches("[1-9]\\d{0,5}"))
                .map(Integer::parseInt)
                .orElse(1);
    }

    /** The dead letter that the record was sent again from; empty where it was not. */
    public static Optional<UUID> replayOf(Headers headers) {
        return text(headers, REPLAY_OF)
                .filter(written -> written.matches(UUID_TEXT))
                .map(UUID::fromString);
    }

    /** When it happened, as its sender says; empty where that is missing or no instant. */
    public static Optional<Instant> time(Headers headers) {
        try {
            return text(headers, TIME).map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The last header of that name as text; empty when absent or without a value. */
    public static Optional<String> text(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }

    static void set(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
