package com.clinni.fallback.message;

import com.clinni.events.kafka.CloudEventHeaders;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The patient whom a record is about, as far as its bytes say so, and when it was made. Records of
 * every topic are asked: a dead letter of any may be somebody's data.
 *
 * @param madeAt when a message was due or requested; of anything else, when it happened
 */
record RecordPatient(String clinicId, String patientId, Instant madeAt) {

    private static final int LARGEST = 1024 * 1024;
    private static final int DEEPEST = 64;
    private static final String ID = "[A-Za-z0-9][A-Za-z0-9._:~-]{0,63}";
    private static final List<String> PATIENTS =
            List.of("/recipient/patientId", "/patient/patientId", "/patientId");
    private static final List<String> CLINICS = List.of("/clinicId", "/clinic/clinicId");
    private static final List<String> TIMES = List.of("/dueAt", "/requestedAt");

    private static final ObjectMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .build())
                                    .build())
                    .build();

    /**
     * Empty of a record that names no patient, or no clinic.
     *
     * @param otherwise when nothing in it says when it was made
     */
    static Optional<RecordPatient> of(RecordCopy copy, Instant otherwise) {
        return of(copy.value(), copy.headers(), otherwise);
    }

    /** The same of a record that is stored. */
    static Optional<RecordPatient> of(byte @Nullable [] value, Headers headers, Instant otherwise) {
        if (value == null || value.length == 0 || value.length > LARGEST) {
            return Optional.empty();
        }
        try {
            var tree = JSON.readTree(value);
            var clinic = id(tree, CLINICS);
            var patient = id(tree, PATIENTS);
            return clinic == null || patient == null
                    ? Optional.empty()
                    : Optional.of(
                            new RecordPatient(clinic, patient, madeAt(tree, headers, otherwise)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Instant madeAt(JsonNode tree, Headers headers, Instant otherwise) {
        return texts(tree, TIMES)
                .map(RecordPatient::instant)
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> CloudEventHeaders.time(headers))
                .orElse(otherwise);
    }

    private static @Nullable String id(JsonNode tree, List<String> places) {
        return texts(tree, places).filter(text -> text.matches(ID)).findFirst().orElse(null);
    }

    private static Stream<String> texts(JsonNode tree, List<String> places) {
        return places.stream().map(tree::at).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    private static @Nullable Instant instant(String written) {
        try {
            return OffsetDateTime.parse(written).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
