package com.clinni.platform.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExposureCheckTest {

    private static final Map<String, String> NOTHING_SET = Map.of();

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "localhost", "::1", "[::1]"})
    void loopback_is_known_by_all_its_names(String host) {
        assertThat(refusals(Optional.of(host), NOTHING_SET)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
    void a_host_that_others_reach_is_refused_with_a_sentence(String host) {
        assertThat(refusals(Optional.of(host), NOTHING_SET))
                .singleElement()
                .asString()
                .contains("identity provider", "clinni.exposure")
                .endsWith(".");
    }

    @Test
    void a_host_that_nobody_set_is_refused() {
        assertThat(refusals(Optional.empty(), NOTHING_SET)).hasSize(1);
    }

    @Test
    void a_private_network_may_be_listened_to() {
        assertThat(refusals(Optional.of("0.0.0.0"), Map.of("clinni.exposure", "private-network")))
                .isEmpty();
    }

    @Test
    void any_other_exposure_is_refused_by_its_name() {
        assertThatThrownBy(
                        () ->
                                refusals(
                                        Optional.of("127.0.0.1"),
                                        Map.of("clinni.exposure", "public")))
                .hasMessageContaining("clinni.exposure");
    }

    @ParameterizedTest
    @CsvSource({
        "https://sign-in.example.org/realms/clinni, 0",
        "http://127.0.0.1:8093/clinni, 1",
        "http://localhost:8093/clinni, 1",
    })
    void a_real_identity_provider_lets_others_in(String provider, int refusals) {
        assertThat(refusals(Optional.of("0.0.0.0"), Optional.of(provider), NOTHING_SET))
                .hasSize(refusals);
    }

    private static List<String> refusals(Optional<String> host, Map<String, String> settings) {
        return refusals(host, Optional.empty(), settings);
    }

    private static List<String> refusals(
            Optional<String> host, Optional<String> provider, Map<String, String> settings) {
        var clinni =
                new SmallRyeConfigBuilder()
                        .withMapping(ClinniConfig.class)
                        .withSources(new PropertiesConfigSource(settings, "test", 100))
                        .build()
                        .getConfigMapping(ClinniConfig.class);
        return new ExposureCheck(clinni, host, provider).refusals().toList();
    }
}
