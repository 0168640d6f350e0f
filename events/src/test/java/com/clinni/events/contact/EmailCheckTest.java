package com.clinni.events.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailCheckTest {

    @ParameterizedTest
    @CsvSource({
        "ana@example.com, ana@example.com",
        "' ana@example.com ', ana@example.com",
        "ana.lopez+citas@mail.example.co.uk, ana.lopez+citas@mail.example.co.uk",
        "Ana@Example.COM, Ana@example.com",
        "ana@café.example, ana@xn--caf-dma.example",
        "o'neil@example.com, o'neil@example.com",
    })
    void a_plain_address_is_usable(String written, String address) {
        assertThat(EmailCheck.check(written).orNull()).isEqualTo(new EmailAddress(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b",
                "a@b.es\r\nBcc: x@y.es",
                "\"x\r\nRCPT TO:<y>\"@b.es",
                "Name <a@b.es>",
                "a@b.es,c@d.es",
                "é@café.es",
                "a@[127.0.0.1]",
                "a@localhost",
                "a..b@example.com",
                ".a@example.com",
                "a.@example.com",
                "a@example..com",
                "a@example.com.",
                "a@exa_mple.com",
                "a@-example.com",
                "correo.malo@@example.com",
                "a b@example.com",
                "@example.com",
                "a@",
                "a",
                "a@example.c0m1",
                "a\u0000@example.com",
                "a@exam\u2028ple.com",
            })
    void anything_else_is_invalid(String written) {
        assertThat(EmailCheck.check(written).causeOrNull()).isEqualTo(Cause.EMAIL_INVALID);
    }

    @Test
    void an_address_longer_than_smtp_carries_is_invalid() {
        var local = "a".repeat(64);
        var domain = ("b".repeat(60) + ".").repeat(4) + "example";
        assertThat(EmailCheck.check(local + "@" + domain).causeOrNull())
                .isEqualTo(Cause.EMAIL_INVALID);
        assertThat(EmailCheck.check("a" + local + "@example.com").causeOrNull())
                .isEqualTo(Cause.EMAIL_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void nothing_written_is_no_address(String written) {
        assertThat(EmailCheck.check(written).causeOrNull()).isEqualTo(Cause.NO_ADDRESS);
    }
}
