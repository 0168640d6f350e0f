package com.clinni.fallback.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.platform.startup.ClinniConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecipientAllowlistTest {

    private static RecipientAllowlist outsideProduction(String... listed) {
        return list("local", listed);
    }

    private static RecipientAllowlist list(String environment, String... listed) {
        var config =
                new SmallRyeConfigBuilder()
                        .withMapping(ClinniConfig.class)
                        .withSources(
                                new PropertiesConfigSource(
                                        Map.of("clinni.environment", environment), "test", 100))
                        .build();
        return new RecipientAllowlist(
                config.getConfigMapping(ClinniConfig.class), () -> Optional.of(List.of(listed)));
    }

    @Test
    void production_reaches_everyone() {
        assertThat(list("production").allows(ProviderKind.REAL, "ana@example.com")).isTrue();
    }

    @Test
    void a_simulator_may_reach_everyone() {
        assertThat(outsideProduction().allows(ProviderKind.SIMULATOR, "ana@example.com")).isTrue();
    }

    @Test
    void a_real_provider_reaches_listed_addresses_and_domains_only() {
        var allowed = outsideProduction("+34600000123", "ana@example.com", "@example.test");

        assertThat(allowed.allows(ProviderKind.REAL, "+34600000123")).isTrue();
        assertThat(allowed.allows(ProviderKind.REAL, "Ana@Example.com")).isTrue();
        assertThat(allowed.allows(ProviderKind.REAL, "bea@example.test")).isTrue();
        assertThat(allowed.allows(ProviderKind.REAL, "bea@example.com")).isFalse();
        assertThat(allowed.allows(ProviderKind.REAL, "bea@evil-example.test.example.org"))
                .isFalse();
        assertThat(allowed.allows(ProviderKind.REAL, "+346000001234")).isFalse();
    }
}
