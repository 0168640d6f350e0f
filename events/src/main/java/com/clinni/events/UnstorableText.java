package com.clinni.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** Finds text that no database keeps and no phone shows: U+0000 and halves of surrogate pairs. */
final class UnstorableText {

    private UnstorableText() {}

    /** The dotted name of the first field with such text, if any. */
    static Optional<String> firstIn(JsonNode node) {
        if (node.isTextual()) {
            return isStorable(node.textValue()) ? Optional.empty() : Optional.of("");
        }
        if (node.isArray()) {
            for (var element : node) {
                var fault = firstIn(element);
                if (fault.isPresent()) {
                    return fault;
                }
            }
            return Optional.empty();
        }
        return node.properties().stream()
                .flatMap(property -> within(property).stream())
                .findFirst();
    }

    private static Optional<String> within(Map.Entry<String, JsonNode> property) {
        return firstIn(property.getValue())
                .map(rest -> rest.isEmpty() ? property.getKey() : property.getKey() + "." + rest);
    }

    private static boolean isStorable(String text) {
        return text.codePoints()
                .allMatch(
                        c ->
                                c != 0
                                        && (c < Character.MIN_SURROGATE
                                                || c > Character.MAX_SURROGATE));
    }
}
