package com.clinni.testbed.simulator.whatsapp;

import static com.clinni.testbed.simulator.http.SimulatorClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.testbed.simulator.http.SimulatorClient;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

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
    void engines_differ_in_ids_and_in_look_ups() throws Exception {
        assertThat(answers(Engine.GOWS)).containsExactly(200, 500, 200);
        assertThat(answers(Engine.NOWEB)).containsExactly(200, 404, 200);
        assertThat(answers(Engine.NOWEB_WITHOUT_STORE)).containsExactly(200, 400, 400);
        assertThat(answers(Engine.WEBJS)).containsExactly(501, 404, 200);
        assertThat(answers(Engine.WPP)).containsExactly(501, 404, 200);
        assertThat(json(calls.get("/api/server/version")).get("engine").asText()).isEqualTo("WPP");
    }

    /** To a request for an id, to a look-up of what is not there, and to one of a chat. */
    private List<Integer> answers(Engine engine) throws Exception {
        gateway.install(Installation.of(engine));
        return List.of(
                calls.get("/api/default/new-message-id").statusCode(),
                calls.get(MESSAGES + "/true_" + CHAT + "_OTHER").statusCode(),
                calls.get(MESSAGES).statusCode());
    }

    @Test
    void a_refused_key_is_refused_in_every_call() throws Exception {
        gateway.mode(Mode.KEY_REFUSED);
        assertThat(send().statusCode()).isEqualTo(403);
        assertThat(calls.get("/api/sessions/default").statusCode()).isEqualTo(403);
        assertThat(calls.get(MESSAGES).statusCode()).isEqualTo(403);
        assertThat(gateway.received()).isEmpty();
    }

    private java.net.http.HttpResponse<String> send() throws Exception {
        return calls.post(
                "/api/sendText",
                "{\"session\":\"default\",\"chatId\":\"%s\",\"text\":\"Hola\"}".formatted(CHAT));
    }
}
