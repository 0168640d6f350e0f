package com.clinni.whatsapp.startup;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.whatsapp.TestConfig;
import com.clinni.whatsapp.line.WhatsAppConfig;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartChecksTest {

    private final Map<String, String> settings =
            new HashMap<>(Map.of("quarkus.http.host", "127.0.0.1"));
    private final Map<String, String> clinni = new HashMap<>(Map.of("clinni.node", "one"));
    private final Map<String, String> whatsapp =
            new HashMap<>(Map.of("whatsapp.lines.default.url", "http://localhost:8091"));

    @Test
    void the_local_system_may_start() {
        assertThat(refusal()).isEmpty();
    }

    @Test
    void a_port_open_to_others_needs_a_private_network() {
        settings.put("quarkus.http.host", "0.0.0.0");
        assertThat(refusal()).get().asString().contains("no sign-in yet");
        clinni.put("clinni.exposure", "private-network");
        assertThat(refusal()).isEmpty();
    }

    @Test
    void outside_production_a_real_gateway_needs_an_allow_list() {
        whatsapp.put("whatsapp.lines.default.provider", "REAL");
        assertThat(refusal()).get().asString().contains("whatsapp.recipients-allowed");
        whatsapp.put("whatsapp.recipients-allowed", "+34600000123");
        assertThat(refusal()).isEmpty();
    }

    @Test
    void a_gateway_elsewhere_is_real_unless_it_is_said_to_be_a_simulator() {
        whatsapp.put("whatsapp.lines.default.url", "https://gateway.example.com");
        assertThat(refusal()).get().asString().contains("whatsapp.recipients-allowed");
        whatsapp.put("whatsapp.lines.default.provider", "SIMULATOR");
        assertThat(refusal()).isEmpty();
    }

    @Test
    void production_does_not_start_without_a_webhook_key() {
        clinni.put("clinni.environment", "production");
        assertThat(refusal()).get().asString().contains("webhook-key");
        whatsapp.put("whatsapp.lines.default.webhook-key", "secret");
        assertThat(refusal()).isEmpty();
    }

    @Test
    void a_canary_is_a_phone_number() {
        whatsapp.put("whatsapp.lines.default.canary", "600 000 123");
        assertThat(refusal()).get().asString().contains("E.164");
        whatsapp.put("whatsapp.lines.default.canary", "+34600000123");
        assertThat(refusal()).isEmpty();
    }

    private Optional<String> refusal() {
        return new StartChecks(
                        TestConfig.of(ClinniConfig.class, clinni),
                        TestConfig.of(WhatsAppConfig.class, whatsapp),
                        settings::get)
                .firstRefusal();
    }
}
