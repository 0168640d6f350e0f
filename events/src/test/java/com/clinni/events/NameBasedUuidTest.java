package com.clinni.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class NameBasedUuidTest {

    /** The example of RFC 9562, appendix A.4. */
    @Test
    void is_what_the_standard_says_for_its_own_example() {
        var dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

        assertThat(NameBasedUuid.of(dns, "www.example.com"))
                .hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2")
                .returns(5, UUID::version)
                .returns(2, UUID::variant);
    }

    @Test
    void differs_when_the_name_or_the_namespace_differs() {
        var one = UUID.fromString("00000000-0000-0000-0000-000000000001");
        var two = UUID.fromString("00000000-0000-0000-0000-000000000002");

        assertThat(NameBasedUuid.of(one, "a"))
                .isEqualTo(NameBasedUuid.of(one, "a"))
                .isNotEqualTo(NameBasedUuid.of(one, "b"))
                .isNotEqualTo(NameBasedUuid.of(two, "a"));
    }
}
