package com.clinni.testbed.simulator;

import static com.clinni.testbed.simulator.http.SimulatorClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.testbed.simulator.channel.Behaviour;
import com.clinni.testbed.simulator.http.SimulatorClient;
import com.clinni.testbed.simulator.whatsapp.Engine;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlServerTest {

    @TempDir Path directory;
    private Simulators simulators;
    private SimulatorClient calls;

    @BeforeEach
    void start() {
        simulators =
                Simulators.start(
                        SimulatorSettings.from(
                                Map.of(
                                        "SIMULATORS_DATA", directory.toString(),
                                        "SIMULATORS_CONTROL_PORT", "0",
                                        "SIMULATORS_WHATSAPP_PORT", "0",
                                        "SIMULATORS_SMS_PORT", "0",
                                        "SIMULATORS_SMTP_PORT", "0",
                                        "SIMULATORS_WHATSAPP_API_KEY", "key",
                                        "SIMULATORS_WHATSAPP_WEBHOOK_KEY", "hmac",
                                        "SIMULATORS_WHATSAPP_WEBHOOK_URL", "http://127.0.0.1:1/",
                                        "SIMULATORS_SMS_API_KEY", "key")));
        calls = new SimulatorClient(url(), "Accept", "*/*");
    }

    private String url() {
        return "http://127.0.0.1:" + simulators.control().port();
    }

    @AfterEach
    void stop() {
        simulators.close();
    }

    @Test
    void each_record_is_a_plain_array() throws Exception {
        new SimulatorClient(simulators.sms().url(), "Authorization", "Bearer key")
                .post("/sms", "{\"to\":\"+34600000123\",\"text\":\"Hola\",\"reference\":\"r\"}");

        assertThat(calls.get("/_sim/whatsapp").body()).isEqualTo("[]");
        assertThat(calls.get("/_sim/mail").body()).isEqualTo("[]");
        var sms = json(calls.get("/_sim/sms"));
        assertThat(sms).hasSize(1);
        assertThat(sms.get(0).get("at").asText()).endsWith("Z");
        assertThat(sms.get(0).get("to").asText()).isEqualTo("+34600000123");
        assertThat(json(calls.get("/_sim/sms?after=0"))).isEqualTo(sms);
        assertThat(json(calls.get("/_sim/sms?limit=5"))).isEqualTo(sms);
        assertThat(json(calls.get("/_sim/sms/count")).path("count").asInt()).isEqualTo(1);
        assertThat(calls.get("/_sim/sms?limit=0").body()).isEqualTo("[]");
        assertThat(calls.get("/_sim/sms?after=1").body()).isEqualTo("[]");
        assertThat(calls.get("/_sim/sms?after=9").body()).isEqualTo("[]");
        assertThat(calls.get("/_sim/sms?after=x").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"Origin, https://elsewhere.example", "Sec-Fetch-Site, cross-site"})
    void a_page_of_another_site_breaks_no_channel(String header, String value) throws Exception {
        var page = new SimulatorClient(url(), header, value);

        assertThat(page.post("/_sim/sms/mode", "{\"mode\":\"REFUSE_ALL\"}").statusCode())
                .isEqualTo(403);

        assertThat(json(calls.get("/_sim/sms/mode")).path("mode").asText()).isEqualTo("OK");
    }

    @Test
    void a_mode_may_be_for_a_share_of_the_calls() throws Exception {
        var mode = "{\"mode\":\"HANG_AFTER_SENDING\",\"share\":0.05}";
        assertThat(calls.post("/_sim/whatsapp/mode", mode).statusCode()).isEqualTo(200);
        assertThat(calls.get("/_sim/whatsapp/mode").body()).isEqualTo(mode);
        assertThat(calls.post("/_sim/sms/mode", "{\"mode\":\"OK\",\"share\":2}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_mode_is_set_and_read_and_the_control_port_stays_up() throws Exception {
        var set = calls.post("/_sim/whatsapp/mode", "{\"mode\":\"DOWN\"}");
        assertThat(set.statusCode()).isEqualTo(200);
        assertThat(calls.get("/_sim/whatsapp/mode").body()).isEqualTo("{\"mode\":\"DOWN\"}");
        assertThat(calls.get("/_sim/whatsapp").statusCode()).isEqualTo(200);
        calls.post("/_sim/sms/mode", "{\"mode\":\"SLOW\",\"millis\":5}");
        assertThat(simulators.sms().behaviour()).isEqualTo(Behaviour.slow(5));
    }

    @Test
    void the_gateways_engine_is_set_and_read() throws Exception {
        assertThat(json(calls.get("/_sim/whatsapp/installation")).get("engine").asText())
                .isEqualTo("GOWS");
        calls.post("/_sim/whatsapp/installation", "{\"engine\":\"WEBJS\"}");
        assertThat(simulators.whatsApp().installation().engine()).isEqualTo(Engine.WEBJS);
        refused("/_sim/whatsapp/installation", "{\"engine\":\"STEAM\"}", "cannot be read");
        refused("/_sim/whatsapp/installation", "{}", "engine is needed");
        assertThat(calls.get("/_sim/sms/installation").statusCode()).isEqualTo(404);
    }

    @Test
    void bad_input_gets_a_sentence() throws Exception {
        refused("/_sim/whatsapp/mode", "{\"mode\":\"BROKEN\"}", "must be one of");
        refused("/_sim/whatsapp/mode", "{}", "A mode is needed");
        refused("/_sim/whatsapp/mode", "no", "not JSON");
        refused("/_sim/whatsapp/mode", "{\"mode\":\"SLOW\"}", "SLOW needs millis");
        refused("/_sim/whatsapp/mode", "{\"mode\":\"NOT_ON_WHATSAPP\"}", "needs numbers");
        refused("/_sim/mail/mode", "{\"mode\":\"SILENT\"}", "has no mode SILENT");
        refused("/_sim/whatsapp/inbound", "{\"from\":\"600\",\"text\":\"x\"}", "E.164");
        refused("/_sim/whatsapp/inbound", "{\"from\":\"+34600000123\"}", "text is needed");
        assertThat(calls.get("/_sim/pigeon").statusCode()).isEqualTo(404);
    }

    @Test
    void a_patient_may_write_and_that_is_not_in_the_record() throws Exception {
        var written =
                calls.post(
                        "/_sim/whatsapp/inbound", "{\"from\":\"+34600000123\",\"text\":\"Hola\"}");
        assertThat(json(written).get("id").asText()).startsWith("false_34600000123@c.us_");
        assertThat(calls.get("/_sim/whatsapp").body()).isEqualTo("[]");
    }

    @Test
    void somebody_may_write_from_a_group_long_ago_or_with_a_hidden_number() throws Exception {
        var written =
                calls.post(
                        "/_sim/whatsapp/inbound",
                        "{\"from\":\"100000000000001@lid\",\"text\":\"Hola\",\"at\":\"2030-03-05T10:00:00Z\","
                            + "\"replyTo\":\"3EB0AABB\",\"number\":\"+34600000123\"}");
        assertThat(json(written).get("id").asText()).startsWith("false_100000000000001@lid_");
        refused("/_sim/whatsapp/inbound", "{\"from\":\"x@y\",\"text\":\"Hola\"}", "E.164");
        refused(
                "/_sim/whatsapp/inbound",
                "{\"from\":\"1@lid\",\"text\":\"Hola\",\"number\":\"600\"}",
                "E.164");
        refused(
                "/_sim/whatsapp/inbound",
                "{\"from\":\"1@lid\",\"text\":\"Hola\",\"at\":\"soon\"}",
                "cannot be read");
    }

    private void refused(String path, String body, String sentence) throws Exception {
        var answer = calls.post(path, body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(json(answer).get("detail").asText()).contains(sentence);
    }
}
