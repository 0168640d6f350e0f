package com.clinni.whatsapp.line;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.platform.startup.ClinniConfig;
import com.clinni.whatsapp.TestConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinesCheckTest {

    private final Map<String, String> clinni = new HashMap<>();
    private final Map<String, String> whatsapp =
            new HashMap<>(Map.of("whatsapp.lines.default.url", "http://localhost:8091"));

    @Test
    void the_local_system_may_start() {
        assertThat(refusals()).isEmpty();
    }

    @Test
    void outside_production_a_real_gateway_needs_an_allow_list() {
        whatsapp.put("whatsapp.lines.default.provider", "REAL");
        assertThat(refusals()).singleElement().asString().contains("whatsapp.recipients-allowed");
        whatsapp.put("whatsapp.recipients-allowed", "+34600000123");
        assertThat(refusals()).isEmpty();
    }

    @Test
    void a_gateway_elsewhere_is_real_unless_it_is_said_to_be_a_simulator() {
        whatsapp.put("whatsapp.lines.default.url", "https://gateway.example.com");
        assertThat(refusals()).singleElement().asString().contains("whatsapp.recipients-allowed");
        whatsapp.put("whatsapp.lines.default.provider", "SIMULATOR");
        assertThat(refusals()).isEmpty();
    }

    @Test
    void a_canary_is_a_phone_number() {
        whatsapp.put("whatsapp.lines.default.canary", "600 000 123");
        assertThat(refusals()).singleElement().asString().contains("E.164");
        whatsapp.put("whatsapp.lines.default.canary", "+34600000123");
        assertThat(refusals()).isEmpty();
    }

    @Test
    void production_may_write_to_everybody() {
        clinni.put("clinni.environment", "production");
        whatsapp.put("whatsapp.lines.default.provider", "REAL");
        assertThat(refusals()).isEmpty();
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        whatsapp.put("whatsapp.lines.default.provider", "REAL");
        whatsapp.put("whatsapp.lines.default.canary", "600 000 123");
        assertThat(refusals()).hasSize(2);
    }

    private List<String> refusals() {
        return new LinesCheck(
                        TestConfig.of(ClinniConfig.class, clinni),
                        TestConfig.of(WhatsAppConfig.class, whatsapp))
                .refusals()
                .toList();
    }
}
