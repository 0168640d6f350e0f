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
                "\u200Bana-maria@mi-clinica.example.com",
                "\u202Aana-maria@mi-clinica.example.com\u202C",
                "\u00A0ana-maria@mi-clinica.example.com\u2003",
                "ana\u2011maria@mi\u2010clinica.example.com",
                "ana\u2013maria@mi\u2212clinica.example\u00AD.com",
                "ana-maria\uFE0F@\u2060mi-clinica.example.com\uFEFF",
            })
    void what_nobody_sees_is_dropped_and_every_dash_is_one(String written) {
        assertThat(EmailCheck.check(written).orNull())
                .isEqualTo(new EmailAddress("ana-maria@mi-clinica.example.com"));
    }

    @Test
    void one_mailbox_is_written_in_any_case() {
        assertThat(new EmailAddress("Ana.Ruiz@example.com").mailbox())
                .isEqualTo(new EmailAddress("ana.ruiz@example.com").mailbox())
                .isEqualTo("ana.ruiz@example.com");
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
    @ValueSource(strings = {"", "  ", "\u00A0", "\u200B\uFEFF "})
    void nothing_written_is_no_address(String written) {
        assertThat(EmailCheck.check(written).causeOrNull()).isEqualTo(Cause.NO_ADDRESS);
    }
}
