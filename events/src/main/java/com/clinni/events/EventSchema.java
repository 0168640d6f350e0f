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
import java.util.Optional;

/** The JSON Schema of one topic, from the files of this jar. */
final class EventSchema {

    /** Names the schemas; nothing is ever fetched from there. */
    private static final String BASE = "https://schemas.clinni.example/";

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    builder -> builder.schemas(EventSchema::textOf));

    private final Schema schema;

    private EventSchema(Schema schema) {
        this.schema = schema;
    }

    static EventSchema of(String topic) {
        return new EventSchema(
                REGISTRY.getSchema(
                        SchemaLocation.of(BASE + topic + ".json"),
                        textOf(BASE + topic + ".json"),
                        InputFormat.JSON));
    }

    /** The dotted name of the first field that is not as the schema says; empty text is the top. */
    Optional<String> firstFault(JsonNode tree) {
        return schema.validate(tree).stream().findFirst().map(EventSchema::fieldOf);
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
