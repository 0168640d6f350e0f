package com.clinni.events.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clinni.events.contact.EmailAddress;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeyedDigestTest {

    private static final String SECRET = "only-for-tests-0123456789abcdef0123";

    private final KeyedDigest digest = new KeyedDigest(SECRET);

    /** Rows in databases hold such digests: this one must stay what it is. */
    @Test
    void the_same_words_have_the_same_digest_at_any_time() {
        assertThat(digest.of("email", "ana@example.com"))
                .isEqualTo(new KeyedDigest(SECRET).of("email", "ana@example.com"))
                .hasToString("dd397afb-ea44-833f-9be1-18b1c36d39ec")
                .returns(8, UUID::version)
                .returns(2, UUID::variant);
    }

    @Test
    void another_secret_kind_or_word_makes_another_digest() {
        assertThat(digest.of("email", "ana@example.com"))
                .isNotEqualTo(new KeyedDigest(SECRET + "x").of("email", "ana@example.com"))
                .isNotEqualTo(digest.of("phone", "ana@example.com"))
                .isNotEqualTo(digest.of("email", "eva@example.com"));
    }

    @Test
    void an_address_has_one_digest_in_whatever_case() {
        assertThat(digest.of(new EmailAddress("Ana@example.com")))
                .isEqualTo(digest.of("email", "ana@example.com"));
    }

    @Test
    void words_do_not_run_together() {
        assertThat(digest.of("patient", "Ana", "Ruiz"))
                .isNotEqualTo(digest.of("patient", "Ana Ruiz"))
                .isNotEqualTo(digest.of("patient", "AnaRuiz", ""))
                .isNotEqualTo(digest.of("patient", "Anar", "uiz"))
                .isNotEqualTo(digest.of("patientAna", "Ruiz"));
    }

    @Test
    void a_short_secret_is_refused_and_no_secret_is_printed() {
        assertThatThrownBy(() -> new KeyedDigest("only-for-tests"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("only-for-tests");
        assertThat(digest).hasToString("KeyedDigest[…]");
    }
}
