package com.clinni.testbed.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP answer of a service.
 *
 * @param location the Location header
 * @param body JSON; a missing node when there is no body, a text node when it is no JSON
 */
public record Answer(int status, @Nullable String location, JsonNode body) {

    static Answer of(int status, @Nullable String location, byte[] bytes) {
        return new Answer(status, location, read(bytes));
    }

    private static JsonNode read(byte[] bytes) {
        if (bytes.length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return Http.JSON.readTree(bytes);
        } catch (IOException e) {
            return TextNode.valueOf(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    /**
     * This answer if it is a success. A service in trouble counts as no answer (an
     * UncheckedIOException); a refusal is an exception that names the status and code.
     */
    public Answer orThrow() {
        if (status >= 500) {
            throw new UncheckedIOException(new IOException("answered " + status));
        }
        if (status >= 400) {
            throw new IllegalStateException(
                    "answered " + status + " " + body.path("code").asText("without a code"));
        }
        return this;
    }
}
