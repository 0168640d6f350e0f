package com.clinni.testbed.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls one base address and reads JSON. Throws UncheckedIOException when nobody answers. */
final class Http {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    static final ObjectMapper JSON = new ObjectMapper();

    private final URI base;
    private final @Nullable AccessTokens tokens;

    /** Without a token. */
    Http(URI base) {
        this(base, null);
    }

    Http(URI base, @Nullable AccessTokens tokens) {
        this.base = base;
        this.tokens = tokens;
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    Answer delete(String path, Object body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .method("DELETE", json(body)));
    }

    Answer put(String path, Object body) {
        return send(request(path).header("Content-Type", "application/json").PUT(json(body)));
    }

    Answer post(String path, Object body, String... headers) {
        var request = request(path).header("Content-Type", "application/json").POST(json(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    Answer post(String path, byte[] body, String contentType) {
        return send(
                request(path)
                        .header("Content-Type", contentType)
                        .POST(BodyPublishers.ofByteArray(body)));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(LIMIT);
        return tokens == null
                ? request
                : request.header("Authorization", "Bearer " + tokens.current());
    }

    private static BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofByteArray(
                    body instanceof String text
                            ? text.getBytes(StandardCharsets.UTF_8)
                            : JSON.writeValueAsBytes(body == null ? Map.of() : body));
        } catch (IOException e) {
            throw new UncheckedIOException("a request that cannot be written as JSON", e);
        }
    }

    private static Answer send(HttpRequest.Builder request) {
        var built = request.build();
        try {
            var response = CLIENT.send(built, BodyHandlers.ofByteArray());
            var location = response.headers().firstValue("Location").orElse(null);
            return Answer.of(response.statusCode(), location, response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer");
        } catch (IOException e) {
            throw new UncheckedIOException("no answer from " + built.uri(), e);
        }
    }
}
