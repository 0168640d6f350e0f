package com.clinni.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssuerProductionCheckTest {

    private final Map<String, String> settings =
            new HashMap<>(
                    Map.of(
                            "quarkus.oidc.auth-server-url", "https://sso.clinni.example/realms/c",
                            "quarkus.oidc-client.auth-server-url",
                                    "https://sso.clinni.example/realms/c"));

    @Test
    void a_real_provider_over_tls_is_right() {
        assertThat(refusals()).isEmpty();

        settings.remove("quarkus.oidc-client.auth-server-url");
        assertThat(refusals()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "quarkus.oidc.auth-server-url,        http://127.0.0.1:8093/clinni,  local system",
        "quarkus.oidc.auth-server-url,        https://localhost:8093/clinni, local system",
        "quarkus.oidc.auth-server-url,        http://identity:8093/clinni,   local system",
        "quarkus.oidc.auth-server-url,        'no address',                  local system",
        "quarkus.oidc.auth-server-url,        '',                            sign in",
        "quarkus.oidc-client.auth-server-url, http://sso.clinni.example,     oidc-client",
        "quarkus.oidc.tls.verification,       none,                          pass themselves off",
        "quarkus.tls.trust-all,               true,                          pass themselves off"
    })
    void a_wrong_setting_is_refused_with_a_sentence(String name, String wrong, String sentence) {
        settings.put(name, wrong);

        assertThat(refusals()).singleElement().asString().contains(sentence).endsWith(".");
    }

    @Test
    void a_tls_configuration_of_its_own_that_trusts_everybody_is_refused() {
        settings.put("quarkus.oidc.tls.tls-configuration-name", "provider");
        assertThat(refusals()).isEmpty();

        settings.put("quarkus.tls.provider.trust-all", "true");
        assertThat(refusals()).singleElement().asString().contains("pass themselves off");
    }

    private List<String> refusals() {
        var config =
                new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(settings, "test", 100))
                        .build();
        return new IssuerProductionCheck(config).refusals().toList();
    }
}
