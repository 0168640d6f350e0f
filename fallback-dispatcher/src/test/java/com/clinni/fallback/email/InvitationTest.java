package com.clinni.fallback.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.fallback.MutableClock;
import com.clinni.fallback.TestMessage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a calendar shows of a visit, word by word. */
class InvitationTest {

    @ParameterizedTest
    @CsvSource({
        "es, Cita en Clínica Sol",
        "ca, Visita a Clínica Sol",
        "gl, Cita en Clínica Sol",
        "eu, Hitzordua: Clínica Sol",
        "en, Appointment at Clínica Sol",
        "fr, Cita en Clínica Sol",
    })
    void an_entry_is_named_in_the_patients_language_else_in_spanish(String language, String title) {
        var message = TestMessage.message().language(language).build();

        var entry =
                new String(
                        Invitation.of(
                                message, message.startsAt(), "clinni.example", MutableClock.START),
                        StandardCharsets.UTF_8);

        assertThat(entry.replace("\r\n ", "")).contains("\r\nSUMMARY:" + title + "\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0",
        "7, 6",
        "2147483647, 2147483646",
        "1899283200123, 1899283199",
        "1899283201123, 1899283200",
        "9223372036854775807, 2147483647",
    })
    void a_later_version_never_has_an_earlier_sequence(long version, int sequence) {
        var message = TestMessage.message().version(version).build();

        assertThat(
                        new String(
                                Invitation.of(
                                        message,
                                        message.startsAt(),
                                        "clinni.example",
                                        MutableClock.START),
                                StandardCharsets.UTF_8))
                .contains("\r\nSEQUENCE:" + sequence + "\r\n");
    }
}
