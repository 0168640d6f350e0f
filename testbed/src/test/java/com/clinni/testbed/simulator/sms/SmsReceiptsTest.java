package com.clinni.testbed.simulator.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.testbed.simulator.http.SimulatorClient;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmsReceiptsTest {

    @TempDir Path directory;

    private record Told(String signature, String body) {}

    @Test
    void whoever_sent_is_told_signed_what_became_of_it() throws Exception {
        var told = new CopyOnWriteArrayList<Told>();
        var listener =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext(
                "/webhooks/sms",
                exchange -> {
                    var body = exchange.getRequestBody().readAllBytes();
                    told.add(
                            new Told(
                                    exchange.getRequestHeaders().getFirst("X-Signature"),
                                    new String(body, StandardCharsets.UTF_8)));
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        listener.start();
        var receiver =
                URI.create("http://localhost:" + listener.getAddress().getPort() + "/webhooks/sms");
        try (var provider =
                new SmsSimulator(
                        "127.0.0.1", 0, directory, "key", receiver, "secret", Clock.systemUTC())) {
            var calls = new SimulatorClient(provider.url(), "Authorization", "Bearer key");
            send(calls, "r1");
            provider.mode(Mode.UNDELIVERED);
            send(calls, "r2");

            await().until(() -> told.size() == 2);
            assertThat(provider.received()).hasSize(1);
            assertThat(told.get(0).body()).contains("\"r1\"", "\"DELIVERED\"");
            assertThat(told.get(1).body()).contains("\"r2\"", "\"FAILED\"");
            assertThat(told).allMatch(one -> one.signature().equals(hmac(one.body())));
        } finally {
            listener.stop(0);
        }
    }

    private static void send(SimulatorClient calls, String reference) throws Exception {
        var body =
                "{\"to\":\"+34600000123\",\"text\":\"Hola\",\"from\":\"Clinni\",\"reference\":\"%s\"}";
        assertThat(List.of(200, 202))
                .contains(calls.post("/sms", body.formatted(reference)).statusCode());
    }

    private static String hmac(String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
