package com.clinni.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A client of the provider as it really answers, redirections and all. */
final class ProviderClient implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    ProviderClient(int port) {
        base = "http://127.0.0.1:" + port;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)));
    }

    HttpResponse<String> post(String path, Map<String, String> form) {
        var body =
                form.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                        .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)));
    }

    /** The access token that client credentials get, with more parameters in pairs. */
    String token(String... parameters) throws Exception {
        var form =
                new HashMap<>(
                        Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                "curl",
                                "client_secret",
                                "any"));
        for (var i = 0; i < parameters.length; i += 2) {
            form.put(parameters[i], parameters[i + 1]);
        }
        var answer = post("/clinni/token", form);
        assertThat(answer.statusCode()).isEqualTo(200);
        return (String) JSONObjectUtils.parse(answer.body()).get("access_token");
    }

    /** Chooses a person on the page and gives the code that came of it for tokens. */
    Map<String, Object> signIn(String authorize, String subject, String callback) throws Exception {
        var location =
                post(authorize, Map.of("username", subject))
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();
        assertThat(location).startsWith(callback);
        var code = location.replaceAll(".*[?&]code=([^&]*).*", "$1");
        var answer =
                post(
                        "/clinni/token",
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                code,
                                "redirect_uri",
                                callback,
                                "client_id",
                                "appointments-service",
                                "client_secret",
                                "any"));
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSONObjectUtils.parse(answer.body());
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
