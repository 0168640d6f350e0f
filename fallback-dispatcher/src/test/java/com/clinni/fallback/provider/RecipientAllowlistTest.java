package com.clinni.fallback.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecipientAllowlistTest {

    private static RecipientAllowlist outsideProduction(String... listed) {
        return new RecipientAllowlist(
                new RecipientsConfig() {
                    @Override
                    public boolean production() {
                        return false;
                    }

                    @Override
                    public Optional<List<String>> allowed() {
                        return Optional.of(List.of(listed));
                    }
                });
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
