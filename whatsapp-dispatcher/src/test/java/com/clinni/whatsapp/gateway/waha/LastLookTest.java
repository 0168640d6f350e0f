package com.clinni.whatsapp.gateway.waha;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.whatsapp.gateway.ChatId;
import com.clinni.whatsapp.gateway.ClientMessageId;
import com.clinni.whatsapp.gateway.NotSentReason;
import com.clinni.whatsapp.gateway.SendOutcome;
import com.clinni.whatsapp.gateway.SendOutcome.NotSent;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Between deciding to send and writing lies a connection, and a process may be paused there. */
class LastLookTest {

    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    var body =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    if (!body.isEmpty()) {
                        bodies.add(body);
                    }
                    var answer = "{\"id\":\"3EB0AABBCC\"}".getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(201, answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void what_may_not_leave_any_more_when_the_connection_is_there_does_not() {
        assertThat(send(() -> false)).isEqualTo(new NotSent(NotSentReason.HELD_BACK));
        assertThat(bodies).isEmpty();
    }

    @Test
    void the_question_is_asked_when_connected_not_before() {
        var connected = new AtomicBoolean();
        server.removeContext("/");
        var outcome =
                send(
                        () -> {
                            connected.set(true);
                            return true;
                        });
        assertThat(connected).isTrue();
        assertThat(outcome).isEqualTo(new NotSent(NotSentReason.LINE_DOWN));
        server.stop(0);
        connected.set(false);
        send(
                () -> {
                    connected.set(true);
                    return true;
                });
        assertThat(connected).as("nobody is connected to").isFalse();
    }

    @Test
    void what_may_leave_does() {
        assertThat(send(() -> true)).isEqualTo(new SendOutcome.Accepted("3EB0AABBCC"));
        assertThat(bodies).hasSize(1);
    }

    private SendOutcome send(BooleanSupplier mayLeave) {
        var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        var settings =
                new WahaSettings(
                        url, "default", "key", Duration.ofSeconds(2), Duration.ofSeconds(1));
        try (var gateway = new WahaGateway(settings, Clock.systemUTC())) {
            return gateway.send(
                    new ChatId("34600000123@c.us"),
                    "hola",
                    new ClientMessageId("3EB0AABBCC"),
                    mayLeave);
        }
    }
}
