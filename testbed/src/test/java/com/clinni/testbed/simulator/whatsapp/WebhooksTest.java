package com.clinni.testbed.simulator.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.clinni.testbed.simulator.channel.Behaviour;
import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.testbed.simulator.http.HttpAnswer;
import com.clinni.testbed.simulator.http.HttpListener;
import com.clinni.testbed.simulator.http.Json;
import com.clinni.testbed.simulator.http.Request;
import com.clinni.testbed.simulator.http.SimulatorClient;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhooksTest {

    private static final String KEY = "my-secret-key";

    @TempDir Path directory;
    private final List<Request> told = new CopyOnWriteArrayList<>();
    private HttpListener dispatcher;
    private WhatsAppSimulator gateway;

    @BeforeEach
    void start() {
        dispatcher =
                new HttpListener(
                        "127.0.0.1",
                        0,
                        request -> {
                            told.add(request);
                            return HttpAnswer.json(200, List.of());
                        });
        var webhook =
                URI.create("http://127.0.0.1:" + dispatcher.port() + "/webhooks/waha/default");
        gateway = new WhatsAppSimulator(WhatsAppSettings.local(0, directory, "k", webhook, KEY));
    }

    @AfterEach
    void stop() {
        gateway.close();
        dispatcher.close();
    }

    @Test
    void the_signature_is_that_of_the_published_test_vector() {
        var body = "{\"event\":\"message\",\"session\":\"default\",\"engine\":\"WEBJS\"}";
        assertThat(WebhookSignature.of(body.getBytes(StandardCharsets.UTF_8), KEY))
                .isEqualTo(
                        "208f8a55dde9e05519e898b10b89bf0d0b3b0fdf11fdbf09b6b90476301b98d8"
                            + "097c462b2b17a6ce93b6b47a136cf2e78a33a63f6752c2c1631777076153fa89");
    }

    @Test
    void receipts_climb_to_read_for_some_and_to_the_device_for_others() throws Exception {
        send("34600000122");
        await().until(() -> told.size() == 3);
        send("34600000123");
        await().until(() -> told.size() == 5);

        assertThat(acks("34600000122")).containsExactly(1, 2, 3);
        assertThat(acks("34600000123")).containsExactly(1, 2);
    }

    @Test
    void gows_tells_of_what_whatsapp_has_by_an_echo() throws Exception {
        gateway.install(Installation.of(Engine.GOWS));
        await().until(() -> told.size() == 1);
        send("34600000123");
        await().until(() -> told.size() == 3);

        assertThat(acks("34600000123")).containsExactly(2);
        assertThat(bodies("message.any"))
                .singleElement()
                .satisfies(
                        body -> {
                            assertThat(body.get("engine").asText()).isEqualTo("GOWS");
                            assertThat(body.at("/payload/fromMe").asBoolean()).isTrue();
                            assertThat(body.at("/payload/ack").asInt()).isEqualTo(1);
                        });
    }

    @Test
    void what_is_refused_later_reaches_no_phone_and_is_told_with_its_code() throws Exception {
        gateway.behave(new Behaviour(Mode.UNDELIVERED, null, null, 463));
        send("34600000123");
        await().until(() -> told.size() == 1);

        assertThat(acks("34600000123")).containsExactly(-1);
        assertThat(bodies("message.ack").getFirst().at("/payload/error/code").asText())
                .isEqualTo("463");
        assertThat(gateway.received()).isEmpty();
    }

    @Test
    void every_webhook_is_signed_and_carries_an_id_of_its_own() throws Exception {
        send("34600000122");
        await().until(() -> told.size() == 3);

        assertThat(told)
                .allSatisfy(
                        request -> {
                            assertThat(request.header("x-webhook-hmac"))
                                    .isEqualTo(WebhookSignature.of(request.body(), KEY));
                            assertThat(request.header("x-webhook-hmac-algorithm"))
                                    .isEqualTo("sha512");
                            assertThat(request.header("x-webhook-timestamp")).matches("\\d{13}");
                        });
        assertThat(told.stream().map(r -> Json.readObject(r.body()).get("id").asText()).distinct())
                .hasSize(3)
                .allMatch(id -> id.matches("evt_[0-9A-F]{26}"));
    }

    @Test
    void a_reply_and_a_lost_session_are_told() {
        gateway.receive("+34600000123", "BAJA");
        gateway.mode(Mode.SESSION_LOST);
        await().until(() -> told.size() == 2);

        assertThat(bodies("message"))
                .singleElement()
                .satisfies(
                        body -> {
                            assertThat(body.get("payload").get("body").asText()).isEqualTo("BAJA");
                            assertThat(body.get("payload").get("from").asText())
                                    .isEqualTo("34600000123@c.us");
                        });
        assertThat(bodies("session.status"))
                .singleElement()
                .satisfies(
                        body ->
                                assertThat(body.get("payload").get("status").asText())
                                        .isEqualTo("SCAN_QR_CODE"));
        assertThat(gateway.received()).isEmpty();
    }

    @Test
    void what_is_written_is_told_in_all_the_ways_whatsapp_has() {
        var then = Instant.parse("2030-03-05T10:00:00Z");
        gateway.receive(InboundWhatsApp.by("120363000000000000@g.us", "Hola a todos"));
        await().until(() -> told.size() == 1);
        gateway.receive(
                new InboundWhatsApp(
                        "100000000000001@lid", "Hola", then, "3EB0AABB", false, "+34600000123"));
        await().until(() -> told.size() == 2);
        gateway.receive(new InboundWhatsApp("+34600000123", "Hola", null, null, true, null));
        await().until(() -> told.size() == 3);

        assertThat(bodies("message"))
                .extracting(body -> body.at("/payload/from").asText())
                .containsExactly("120363000000000000@g.us", "100000000000001@lid");
        var hidden = bodies("message").get(1).get("payload");
        assertThat(hidden.get("timestamp").asLong()).isEqualTo(then.getEpochSecond());
        assertThat(hidden.at("/replyTo/id").asText()).isEqualTo("3EB0AABB");
        assertThat(hidden.at("/_data/Info/SenderAlt").asText())
                .isEqualTo("34600000123@s.whatsapp.net");
        assertThat(bodies("message.any"))
                .singleElement()
                .satisfies(body -> assertThat(body.at("/payload/fromMe").asBoolean()).isTrue());
        assertThat(gateway.received()).isEmpty();
    }

    @Test
    void what_happens_while_the_dispatcher_is_away_is_told_when_it_is_back() throws Exception {
        dispatcher.close();
        send("34600000123");
        dispatcher.open();

        await().until(() -> told.size() == 2);
        assertThat(acks("34600000123")).containsExactly(1, 2);
    }

    @Test
    void a_gateway_that_is_silent_or_hangs_tells_nothing() throws Exception {
        gateway.mode(Mode.SILENT);
        send("34600000122");
        gateway.mode(Mode.OK);
        send("34600000123");

        await().until(() -> told.size() == 2);
        assertThat(acks("34600000122")).isEmpty();
    }

    private List<Integer> acks(String number) {
        return bodies("message.ack").stream()
                .filter(body -> body.get("payload").get("from").asText().startsWith(number))
                .map(body -> body.get("payload").get("ack").asInt())
                .toList();
    }

    private List<com.fasterxml.jackson.databind.JsonNode> bodies(String event) {
        return told.stream()
                .map(request -> Json.readObject(request.body()))
                .filter(body -> body.get("event").asText().equals(event))
                .toList();
    }

    private void send(String number) throws Exception {
        new SimulatorClient(gateway.url(), "X-Api-Key", "k")
                .post(
                        "/api/sendText",
                        "{\"session\":\"default\",\"chatId\":\"%s@c.us\",\"text\":\"Hola\"}"
                                .formatted(number));
    }
}
