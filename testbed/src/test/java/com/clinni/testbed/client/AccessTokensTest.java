package com.clinni.testbed.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessTokensTest {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer provider;
    private volatile int lives = 3600;

    @BeforeEach
    void start() throws IOException {
        provider =
                HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        provider.createContext("/clinni/token", this::answer);
        provider.start();
    }

    @AfterEach
    void stop() {
        provider.stop(0);
    }

    @Test
    void a_token_is_asked_for_once_however_many_calls_are_made_with_it() {
        var tokens = new AccessTokens(provider.getAddress().getPort(), "centro", "prado");

        assertThat(tokens.current()).isEqualTo("token-1").isEqualTo(tokens.current());
        assertThat(asked).singleElement().asString().contains("role=centro", "clinic=prado");
    }

    @Test
    void a_token_that_ends_within_five_minutes_is_asked_for_again() {
        lives = 299;
        var tokens = new AccessTokens(provider.getAddress().getPort(), "soporte", null);

        assertThat(tokens.current()).isEqualTo("token-1");
        assertThat(tokens.current()).isEqualTo("token-2");
    }

    @Test
    void a_provider_that_is_away_looks_like_any_part_that_is() {
        var port = provider.getAddress().getPort();
        provider.stop(0);

        assertThatThrownBy(() -> new AccessTokens(port, "soporte", null).current())
                .isInstanceOf(UncheckedIOException.class);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var body =
                    "{\"access_token\":\"token-%d\",\"expires_in\":%d}"
                            .formatted(asked.size(), lives)
                            .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
