package com.clinni.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OptionalFieldsTest {

    static Stream<Arguments> records() {
        return Stream.concat(
                Samples.all().entrySet().stream()
                        .map(sample -> Arguments.of(sample.getKey(), sample.getValue().getClass())),
                Stream.of(
                        Arguments.of("clinic", Clinic.class),
                        Arguments.of("content", Content.class),
                        Arguments.of("patient", Patient.class),
                        Arguments.of("recipient", Recipient.class)));
    }

    /** A list or map that is absent is read as an empty one. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    void what_a_schema_does_not_require_is_nullable_in_the_record(
            String schema, Class<? extends Record> kind) {
        var nullable =
                Arrays.stream(kind.getRecordComponents())
                        .filter(
                                part ->
                                        part.getAnnotatedType().isAnnotationPresent(Nullable.class)
                                                || isGathering(part))
                        .map(RecordComponent::getName)
                        .collect(Collectors.toSet());

        assertThat(nullable).isEqualTo(optional(schemaOf(schema)));
    }

    private static Set<String> optional(JsonNode schema) {
        var names =
                schema.get("properties").properties().stream()
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toCollection(TreeSet::new));
        schema.get("required").forEach(name -> names.remove(name.asText()));
        return names;
    }

    private static boolean isGathering(RecordComponent part) {
        return Collection.class.isAssignableFrom(part.getType())
                || Map.class.isAssignableFrom(part.getType());
    }

    private static JsonNode schemaOf(String name) {
        try (var in = Topics.class.getResourceAsStream("schema/" + name + ".json")) {
            return EventJson.MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
