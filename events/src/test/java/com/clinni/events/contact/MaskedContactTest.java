package com.clinni.events.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedContactTest {

    @ParameterizedTest
    @CsvSource({
        "+34600000123, +34 6•• ••• 123",
        "600 000 123, +34 6•• ••• 123",
        "+447700900456, +44 7•• ••• •45 6",
        "+35312345, •••",
        "ring my mother, •••"
    })
    void a_number_shows_its_country_its_first_digit_and_its_last_three(
            String phone, String masked) {
        assertThat(MaskedContact.of(null, phone, null).phone()).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "ana@example.org, a•••@example.org",
        "a@example.org, a•••@example.org",
        "@example.org, •••",
        "none, •••"
    })
    void an_address_shows_its_first_letter_and_its_domain(String email, String masked) {
        assertThat(MaskedContact.of(null, null, email).email()).isEqualTo(masked);
    }

    @Test
    void of_a_name_the_first_is_shown_and_of_nothing_nothing() {
        assertThat(MaskedContact.of(" Ana García", null, null).firstName()).isEqualTo("Ana");
        assertThat(MaskedContact.of(" ", "", null)).isEqualTo(new MaskedContact(null, null, null));
    }
}
