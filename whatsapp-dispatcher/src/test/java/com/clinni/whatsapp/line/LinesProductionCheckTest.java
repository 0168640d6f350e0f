package com.clinni.whatsapp.line;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.whatsapp.TestConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinesProductionCheckTest {

    private static final String LINE = "whatsapp.lines.main.";

    private final Map<String, String> settings =
            new HashMap<>(
                    Map.of(
                            LINE + "url", "https://waha.clinni.example",
                            LINE + "api-key", "a key of theirs",
                            LINE + "webhook-key", "0123456789abcdef"));

    @Test
    void a_real_gateway_over_tls_with_keys_is_right() {
        assertThat(refusals()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "url,                http://waha.clinni.example,  https address",
        "url,                https://127.0.0.1:8091,      https address",
        "provider,           SIMULATOR,                   provider",
        "api-key,            '',                          api-key",
        "api-key,            ' ',                         api-key",
        "webhook-key,        '',                          has no webhook-key",
        "webhook-key,        0123456789abcde,             16 characters",
        "webhook-key-before, short,                       16 characters"
    })
    void a_wrong_setting_is_refused_with_a_sentence(String name, String wrong, String sentence) {
        settings.put(LINE + name, wrong);

        assertThat(refusals())
                .singleElement()
                .asString()
                .startsWith("Line main ")
                .contains(sentence)
                .doesNotContain("0123456789")
                .endsWith(".");
    }

    @Test
    void what_is_wrong_with_any_line_is_told_at_once() {
        settings.put("whatsapp.lines.second.url", "http://waha.clinni.example");

        assertThat(refusals()).hasSize(3).allMatch(each -> each.startsWith("Line second "));
    }

    private List<String> refusals() {
        return new LinesProductionCheck(TestConfig.of(WhatsAppConfig.class, settings))
                .refusals()
                .toList();
    }
}
