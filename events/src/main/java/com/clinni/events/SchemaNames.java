package com.clinni.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The names of all fields that a schema and the schemas it refers to know. */
final class SchemaNames {

    private final UnaryOperator<String> texts;
    private final Set<String> files = new HashSet<>();
    private final Set<String> names = new HashSet<>();

    private SchemaNames(UnaryOperator<String> texts) {
        this.texts = texts;
    }

    /**
     * Collects them.
     *
     * @param texts the text of a schema by its identifier
     */
    static Set<String> of(String iri, UnaryOperator<String> texts) {
        var found = new SchemaNames(texts);
        found.read(iri);
        return Set.copyOf(found.names);
    }

    private void read(String iri) {
        if (files.add(iri)) {
            try {
                collect(EventJson.MAPPER.readTree(texts.apply(iri)), iri);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a schema that is no JSON", e);
            }
        }
    }

    private void collect(JsonNode node, String iri) {
        node.path("properties").fieldNames().forEachRemaining(names::add);
        var reference = node.path("$ref").asText();
        if (reference.endsWith(".json")) {
            read(iri.substring(0, iri.lastIndexOf('/') + 1) + reference);
        }
        node.forEach(child -> collect(child, iri));
    }
}
