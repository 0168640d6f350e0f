package com.clinni.testbed.simulator.whatsapp;

import static com.clinni.testbed.simulator.http.SimulatorClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clinni.testbed.simulator.channel.Behaviour;
import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.testbed.simulator.http.SimulatorClient;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhatsAppSimulatorTest {

    private static final String CHAT = "34600000123@c.us";
    private static final String MESSAGES = "/api/default/chats/" + CHAT + "/messages";

    @TempDir Path directory;
    private WhatsAppSimulator gateway;
    private SimulatorClient calls;

    @BeforeEach
    void start() {
        gateway = new WhatsAppSimulator(WhatsAppSettings.local(0, directory, "key", null, ""));
        calls = new SimulatorClient(gateway.url(), "X-Api-Key", "key");
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void a_sent_text_is_on_the_phone_and_in_the_chat() throws Exception {
        var sent = send("3EB0A");

        assertThat(sent.statusCode()).isEqualTo(201);
        assertThat(json(sent).get("id").asText()).isEqualTo("true_" + CHAT + "_3EB0A");
        assertThat(gateway.received())
                .singleElement()
                .satisfies(
                        received -> {
                            assertThat(received.to()).isEqualTo("+34600000123");
                            assertThat(received.text()).isEqualTo("Hola");
                        });
        var found = calls.get(MESSAGES + "/true_" + CHAT + "_3EB0A?downloadMedia=false");
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(json(found).get("body").asText()).isEqualTo("Hola");
        assertThat(json(calls.get(MESSAGES + "?limit=20&filter.fromMe=true"))).hasSize(1);
        assertThat(json(calls.get(MESSAGES + "?filter.fromMe=false"))).isEmpty();
        assertThat(json(calls.get(MESSAGES + "?filter.timestamp.gte=99999999999"))).isEmpty();
        assertThat(calls.get(MESSAGES + "/true_" + CHAT + "_OTHER").statusCode()).isEqualTo(404);
    }

    @Test
    void the_same_client_id_reaches_the_phone_once_even_after_a_restart() throws Exception {
        send("3EB0A");
        send("3EB0A");
        gateway.close();
        gateway = new WhatsAppSimulator(WhatsAppSettings.local(0, directory, "key", null, ""));
        calls = new SimulatorClient(gateway.url(), "X-Api-Key", "key");

        assertThat(send("3EB0A").statusCode()).isEqualTo(201);
        assertThat(gateway.received()).hasSize(1);
    }

    @Test
    void without_a_client_id_every_send_is_another_message() throws Exception {
        var body = "{\"session\":\"default\",\"chatId\":\"%s\",\"text\":\"Hola\"}".formatted(CHAT);
        calls.post("/api/sendText", body);
        calls.post("/api/sendText", body);

        assertThat(gateway.received()).hasSize(2);
    }

    @Test
    void a_wrong_key_and_an_unknown_session_are_refused() throws Exception {
        var stranger = new SimulatorClient(gateway.url(), "X-Api-Key", "other");
        assertThat(stranger.get("/api/sessions/default").statusCode()).isEqualTo(401);
        assertThat(calls.get("/api/sessions/other").statusCode()).isEqualTo(404);
        assertThat(calls.get("/ping").statusCode()).isEqualTo(200);
    }

    @Test
    void the_session_works_and_hands_out_message_ids() throws Exception {
        assertThat(json(calls.get("/api/sessions/default")).get("status").asText())
                .isEqualTo("WORKING");
        assertThat(json(calls.get("/api/default/new-message-id")).get("id").asText())
                .startsWith("3EB0");
    }

    @Test
    void while_it_is_down_nobody_listens_and_afterwards_all_is_as_before() throws Exception {
        gateway.mode(Mode.DOWN);
        assertThatThrownBy(() -> send("A")).isInstanceOf(ConnectException.class);

        gateway.mode(Mode.OK);
        assertThat(send("A").statusCode()).isEqualTo(201);
    }

    @Test
    void errors_503_and_429_and_500_send_nothing() throws Exception {
        gateway.mode(Mode.ERROR_503);
        assertThat(send("A").statusCode()).isEqualTo(503);
        assertThat(calls.get("/api/sessions/default").statusCode()).isEqualTo(503);
        gateway.mode(Mode.RATE_LIMITED);
        assertThat(send("A").statusCode()).isEqualTo(429);
        assertThat(send("A").headers().firstValue("Retry-After")).isPresent();
        gateway.mode(Mode.ERROR_500);
        assertThat(send("A").body()).contains("\"request\"", "34600000123");
        assertThat(calls.get(MESSAGES + "/true_" + CHAT + "_A").statusCode()).isEqualTo(404);
        assertThat(gateway.received()).isEmpty();
    }

    @Test
    void an_error_500_can_name_the_networks_error() throws Exception {
        gateway.behave(new Behaviour(Mode.ERROR_500, null, null, 463));
        assertThat(send("A").body()).contains("server returned error 463");
    }

    @Test
    void a_lost_session_says_what_it_expected() throws Exception {
        gateway.mode(Mode.SESSION_LOST);

        var refused = send("A");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).get("status").asText()).isEqualTo("SCAN_QR_CODE");
        assertThat(json(refused).has("expected")).isTrue();
        assertThat(json(calls.get("/api/sessions/default")).get("status").asText())
                .isEqualTo("SCAN_QR_CODE");
    }

    @Test
    void a_silent_gateway_accepts_what_no_phone_gets() throws Exception {
        gateway.mode(Mode.SILENT);
        assertThat(send("A").statusCode()).isEqualTo(201);
        assertThat(gateway.received()).isEmpty();
    }

    @Test
    void who_is_not_on_whatsapp_is_known_while_the_gateway_is_silent() throws Exception {
        gateway.behave(new Behaviour(Mode.SILENT, null, List.of("+34600000123"), null));

        var answer = calls.get("/api/contacts/check-exists?phone=34600000123&session=default");

        assertThat(json(answer).get("numberExists").asBoolean()).isFalse();
    }

    @Test
    void a_gateway_that_hangs_after_sending_has_sent_and_can_be_asked() throws Exception {
        gateway.mode(Mode.HANG_AFTER_SENDING);

        assertThatThrownBy(() -> send("A", Duration.ofMillis(300)))
                .isInstanceOf(HttpTimeoutException.class);

        assertThat(gateway.received()).hasSize(1);
        assertThat(calls.get(MESSAGES + "/true_" + CHAT + "_A").statusCode()).isEqualTo(200);
    }

    @Test
    void going_down_cuts_the_connections_that_hang() throws Exception {
        gateway.mode(Mode.HANG_AFTER_SENDING);
        var cutting = Thread.ofVirtual().unstarted(() -> gateway.mode(Mode.DOWN));
        Thread.ofVirtual()
                .start(
                        () -> {
                            org.awaitility.Awaitility.await()
                                    .until(() -> !gateway.received().isEmpty());
                            cutting.start();
                        });

        assertThatThrownBy(() -> send("A"))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(HttpTimeoutException.class);
        gateway.mode(Mode.OK);
        assertThat(send("B").statusCode()).isEqualTo(201);
    }

    @Test
    void a_slow_gateway_sends_and_answers_late() throws Exception {
        gateway.behave(Behaviour.slow(200));
        var before = System.nanoTime();
        assertThat(send("A").statusCode()).isEqualTo(201);
        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isGreaterThan(Duration.ofMillis(199));
    }

    @Test
    void who_is_not_on_whatsapp_gets_nothing_though_the_gateway_says_created() throws Exception {
        gateway.behave(Behaviour.notOnWhatsApp("+34600000123"));

        var check = "/api/contacts/check-exists?session=default&phone=";
        assertThat(json(calls.get(check + "34600000123")).get("numberExists").asBoolean())
                .isFalse();
        assertThat(json(calls.get(check + "34600000124")).get("chatId").asText())
                .isEqualTo("34600000124@c.us");
        assertThat(send("A").statusCode()).isEqualTo(201);
        assertThat(gateway.received()).isEmpty();
    }

    @Test
    void garbage_is_html_with_a_friendly_status() throws Exception {
        gateway.mode(Mode.GARBAGE);
        var answer = send("A");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).startsWith("<html>");
        assertThat(calls.get("/api/sessions/default").statusCode()).isEqualTo(200);
        assertThat(gateway.received()).isEmpty();
    }

    @Test
    void a_mode_of_another_channel_is_refused() {
        assertThatThrownBy(() -> gateway.mode(Mode.NO_BALANCE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NO_BALANCE");
    }

    private HttpResponse<String> send(String clientId) throws Exception {
        return send(clientId, Duration.ofSeconds(5));
    }

    private HttpResponse<String> send(String clientId, Duration patience) throws Exception {
        var body =
                "{\"session\":\"default\",\"chatId\":\"%s\",\"text\":\"Hola\",\"id\":\"%s\"}"
                        .formatted(CHAT, clientId);
        return calls.post("/api/sendText", body, patience);
    }
}
