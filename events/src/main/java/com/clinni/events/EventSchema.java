package com.clinni.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The JSON Schema of one topic, from the files of this jar. */
final class EventSchema {

    /** Names the schemas; nothing is ever fetched from there. */
    private static final String BASE = "https://schemas.clinni.example/";

    private static final Pattern PLACE = Pattern.compile("\\d{1,3}");

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    builder -> builder.schemas(EventSchema::textOf));

    private final Schema schema;
    private final Set<String> names;

    private EventSchema(Schema schema, Set<String> names) {
        this.schema = schema;
        this.names = names;
    }

    static EventSchema of(String topic) {
        return new EventSchema(
                REGISTRY.getSchema(
                        SchemaLocation.of(BASE + topic + ".json"),
                        textOf(BASE + topic + ".json"),
                        InputFormat.JSON),
                SchemaNames.of(BASE + topic + ".json", EventSchema::textOf));
    }

    /** The dotted name of the first field that is not as the schema says; empty text is the top. */
    Optional<String> firstFault(JsonNode tree) {
        return schema.validate(tree).stream().findFirst().map(EventSchema::fieldOf);
    }

    /**
     * The field as far as the contract names it: what a sender calls its own fields may be
     * anything.
     */
    String known(String field) {
        return Arrays.stream(field.split("\\."))
                .takeWhile(name -> names.contains(name) || PLACE.matcher(name).matches())
                .collect(Collectors.joining("."));
    }

    private static String fieldOf(Error error) {
        var place = error.getInstanceLocation().toString().replaceFirst("^/", "").replace('/', '.');
        var property = error.getProperty();
        if (property == null || property.isEmpty()) {
            return place;
        }
        return place.isEmpty() ? property : place + "." + property;
    }

    private static String textOf(String iri) {
        var file = "schema/" + iri.substring(BASE.length());
        try (var in = EventSchema.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("no schema file " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("schema file " + file + " cannot be read", e);
        }
    }
}
