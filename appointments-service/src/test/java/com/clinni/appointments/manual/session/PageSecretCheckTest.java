package com.clinni.appointments.manual.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageSecretCheckTest {

    @Test
    void a_service_with_pages_does_not_start_without_a_secret_of_32_characters() {
        assertThat(new PageSecretCheck(Optional.empty(), true).refusals())
                .singleElement()
                .asString()
                .contains("OIDC_CLIENT_SECRET", "32");
        assertThat(new PageSecretCheck(Optional.of("x".repeat(31)), true).refusals()).hasSize(1);
        assertThat(new PageSecretCheck(Optional.of("x".repeat(32)), true).refusals()).isEmpty();
        assertThat(new PageSecretCheck(Optional.empty(), false).refusals()).isEmpty();
    }
}
