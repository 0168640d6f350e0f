package com.clinni.fallback.deadletter;

import com.clinni.events.MessageRequested;
import com.clinni.fallback.message.RecordCopy;
import com.clinni.fallback.message.RecordSubject;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The ids of an unusable record and the end of its use, as far as its bytes still show them: only
 * those of the right shape, and nothing else of it.
 */
final class RecordIds {

    private static final int LARGEST = 1024 * 1024;
    private static final int DEEPEST = 64;
    private static final String ID = "[A-Za-z0-9][A-Za-z0-9._:~-]{0,63}";
    private static final String INSTANT =
            "2\\d{3}-\\d{2}-\\d{2}T[0-9:.]{5,18}(Z|[+-]\\d{2}:\\d{2})";

    /** Beyond it nobody counts: it is not known which version is meant. */
    private static final long LAST_VERSION = (1L << 53) - 1;

    private static final String UUID_TEXT =
            "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";

    private static final ObjectMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .build())
                                    .build())
                    .build();

    private RecordIds() {}

    /** A requested message is told of by its requester's id, which is also its key. */
    static RecordSubject atRequest(RecordCopy copy, int generation) {
        var tree = tree(copy.value());
        var message = idOrKey(tree, "messageId", copy.key());
        var clinic = text(tree, "clinicId", ID);
        return new RecordSubject(
                message == null || clinic == null
                        ? null
                        : MessageRequested.reminderId(clinic, message),
                message,
                0,
                clinic,
                generation);
    }

    /** An id that was used before names that other message, not this one. */
    static RecordSubject atConflict(RecordCopy copy, int generation) {
        var requested = atRequest(copy, generation);
        return new RecordSubject(
                null, requested.appointmentId(), 0, requested.clinicId(), generation);
    }

    /** A change of an appointment is told of by the appointment's id, which is also its key. */
    static RecordSubject atChange(RecordCopy copy, int generation) {
        var tree = tree(copy.value());
        return new RecordSubject(
                null,
                idOrKey(tree, "appointmentId", copy.key()),
                version(tree.path("version")),
                text(tree, "clinicId", ID),
                generation);
    }

    static RecordSubject at(byte @Nullable [] value, int generation) {
        var tree = tree(value);
        var reminder = text(tree, "reminderId", UUID_TEXT);
        var clinic = text(tree, "clinicId", ID);
        return new RecordSubject(
                reminder == null ? null : UUID.fromString(reminder),
                text(tree, "appointmentId", ID),
                version(tree.path("appointmentVersion")),
                clinic == null ? text(tree.path("clinic"), "clinicId", ID) : clinic,
                generation);
    }

    /**
     * When a message to a patient is worthless; null for any other record, and where none shows.
     */
    static @Nullable Instant sendBefore(String topic, byte @Nullable [] value) {
        if (!RecordCopy.DELIVERIES.contains(topic)) {
            return null;
        }
        var written = text(tree(value), "sendBefore", INSTANT);
        try {
            return written == null ? null : OffsetDateTime.parse(written).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable String idOrKey(JsonNode tree, String field, @Nullable String key) {
        var id = text(tree, field, ID);
        return id == null && key != null && key.matches(ID) ? key : id;
    }

    /** 0 where it is not known. */
    private static long version(JsonNode written) {
        var counts = written.canConvertToLong() && written.isIntegralNumber();
        return counts && written.longValue() > 0 && written.longValue() <= LAST_VERSION
                ? written.longValue()
                : 0;
    }

    private static JsonNode tree(byte @Nullable [] value) {
        var nothing = JSON.missingNode();
        if (value == null || value.length == 0 || value.length > LARGEST) {
            return nothing;
        }
        try {
            var tree = JSON.readTree(value);
            return tree == null ? nothing : tree;
        } catch (IOException e) {
            return nothing;
        }
    }

    private static @Nullable String text(JsonNode tree, String field, String shape) {
        var written = tree.path(field);
        return written.isTextual() && written.textValue().matches(shape)
                ? written.textValue()
                : null;
    }
}
