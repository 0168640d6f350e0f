package com.clinni.testbed.simulator.whatsapp;

import static com.clinni.testbed.simulator.http.SimulatorClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.clinni.testbed.simulator.http.HttpAnswer;
import com.clinni.testbed.simulator.http.HttpListener;
import com.clinni.testbed.simulator.http.Json;
import com.clinni.testbed.simulator.http.Request;
import com.clinni.testbed.simulator.http.SimulatorClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedContactsTest {

    private static final String BRAZILIAN = "+5511987654321";
    private static final String LID = "100000000000001@lid";
    private static final String CHECK = "/api/contacts/check-exists?session=default&phone=";

    @TempDir Path directory;
    private final List<Request> told = new CopyOnWriteArrayList<>();
    private HttpListener dispatcher;
    private WhatsAppSimulator gateway;
    private SimulatorClient calls;

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
        var webhook = URI.create("http://127.0.0.1:" + dispatcher.port() + "/");
        gateway = new WhatsAppSimulator(WhatsAppSettings.local(0, directory, "k", webhook, "h"));
        calls = new SimulatorClient(gateway.url(), "X-Api-Key", "k");
    }

    @AfterEach
    void stop() {
        gateway.close();
        dispatcher.close();
    }

    @Test
    void who_is_known_under_other_digits_is_reached_there_and_writes_from_there() throws Exception {
        gateway.contacts(List.of(SimulatedContact.in("551187654321@c.us", BRAZILIAN)));

        assertThat(json(calls.get(CHECK + "5511987654321")).get("chatId").asText())
                .isEqualTo("551187654321@c.us");
        assertThat(send("551187654321@c.us").statusCode()).isEqualTo(201);
        assertThat(send("5511987654321@c.us").statusCode()).isEqualTo(201);
        assertThat(gateway.received()).singleElement().returns(BRAZILIAN, ReceivedWhatsApp::to);

        gateway.receive(BRAZILIAN, "BAJA");
        await().until(() -> written().size() == 1);
        assertThat(written().getFirst().get("from").asText()).isEqualTo("551187654321@c.us");
    }

    @Test
    void who_is_known_under_a_lid_is_reached_there_and_the_gateway_may_say_whose_it_is()
            throws Exception {
        gateway.contacts(
                List.of(
                        SimulatedContact.in(LID, "+34600000123"),
                        SimulatedContact.hiddenIn("100000000000002@lid", "+34600000124")));

        var found = json(calls.get(CHECK + "34600000123"));
        assertThat(found.get("chatId").asText()).isEqualTo(LID);
        assertThat(found.get("pn").asText()).isEqualTo("34600000123@c.us");
        send(LID);
        assertThat(gateway.received()).singleElement().returns("+34600000123", r -> r.to());
        assertThat(json(calls.get("/api/default/lids/100000000000001%40lid")).get("pn").asText())
                .isEqualTo("34600000123@c.us");
        assertThat(json(calls.get("/api/default/lids/100000000000002")).get("pn").isNull())
                .isTrue();
        assertThat(json(calls.get("/api/default/lids/100000000000003")).get("pn").isNull())
                .isTrue();
    }

    @Test
    void what_was_sent_to_a_lid_is_found_there_after_a_restart() throws Exception {
        gateway.contacts(List.of(SimulatedContact.in(LID, "+34600000123")));
        var id = json(send(LID)).get("id").asText();
        gateway.close();
        gateway = new WhatsAppSimulator(WhatsAppSettings.local(0, directory, "k", null, "h"));
        calls = new SimulatorClient(gateway.url(), "X-Api-Key", "k");

        assertThat(calls.get("/api/default/chats/" + LID + "/messages/" + id).statusCode())
                .isEqualTo(200);
    }

    @Test
    void one_number_may_fail_in_the_gateways_own_words_while_others_are_served() throws Exception {
        gateway.contacts(
                List.of(
                        SimulatedContact.failing("+34600000123", "no LID found for 34600000123"),
                        SimulatedContact.notLookedUp("+34600000124", "Lid is missing")));

        var failed = send("34600000123@c.us");
        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(json(failed).at("/exception/message").asText()).startsWith("no LID found");
        assertThat(calls.get(CHECK + "34600000123").statusCode()).isEqualTo(200);
        assertThat(calls.get(CHECK + "34600000124").statusCode()).isEqualTo(500);
        assertThat(send("34600000125@c.us").statusCode()).isEqualTo(201);
        assertThat(gateway.received()).singleElement().returns("+34600000125", r -> r.to());
    }

    @Test
    void webhooks_of_before_come_again_as_they_were_signed() throws Exception {
        gateway.repeatWebhooks(1);
        gateway.receive("+34600000123", "Hola");
        await().until(() -> told.size() == 2);

        assertThat(told.get(1).body()).isEqualTo(told.get(0).body());
        assertThat(told.get(1).header("x-webhook-hmac"))
                .isEqualTo(told.get(0).header("x-webhook-hmac"));
        gateway.repeatWebhooks(0);
        assertThat(gateway.repeatWebhooks()).isEqualTo(1);
        assertThat(told).hasSize(3);
    }

    private HttpResponse<String> send(String chat) throws Exception {
        return calls.post(
                "/api/sendText",
                "{\"session\":\"default\",\"chatId\":\"%s\",\"text\":\"Hola\"}".formatted(chat));
    }

    private List<JsonNode> written() {
        return told.stream()
                .map(request -> Json.readObject(request.body()))
                .filter(body -> body.get("event").asText().equals("message"))
                .map(body -> body.get("payload"))
                .toList();
    }
}
