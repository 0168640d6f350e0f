package com.clinni.fallback.sms.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;

/** A provider's JSON, as far as it can be trusted: short plain words and whole numbers. */
public record JsonAnswer(JsonNode body) {

    /** What can be kept: PostgreSQL does not take everything that JSON can say. */
    private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7E][\\x20-\\x7E]{0,199}");

    public boolean isObject() {
        return body.isObject();
    }

    /** What stands at a path of names and places, such as {@code messages.0.id}. */
    public Optional<String> text(String path) {
        if (!isObject()) {
            return Optional.empty();
        }
        var node = body;
        for (var step : path.split("\\.")) {
            node = node.isArray() ? node.path(place(step)) : node.path(step);
        }
        return node.isTextual() || node.isIntegralNumber() || node.isBoolean()
                ? Optional.of(node.asText()).filter(PLAIN.asMatchPredicate())
                : Optional.empty();
    }

    private static int place(String step) {
        return step.matches("\\d{1,4}") ? Integer.parseInt(step) : -1;
    }

    @Override
    public String toString() {
        return "JsonAnswer[…]";
    }
}
