package com.clinni.fallback.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.MessageReady;
import com.clinni.fallback.MutableClock;
import com.clinni.fallback.TestMessage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a calendar shows of a visit, word by word. */
class InvitationTest {

    private static final String SENDER = "avisos@clinni.example";

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
                        Invitation.of(message, message.startsAt(), SENDER, MutableClock.START),
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
        "1899283200123456, 1899283199",
        "1899283201123456, 1899283200",
        "9007199254740991, 2147483647",
        "9223372036854775807, 2147483647",
    })
    void a_later_version_never_has_an_earlier_sequence(long version, int sequence) {
        var message = TestMessage.message().version(version).build();

        assertThat(
                        new String(
                                Invitation.of(
                                        message, message.startsAt(), SENDER, MutableClock.START),
                                StandardCharsets.UTF_8))
                .contains("\r\nSEQUENCE:" + sequence + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Clínica Nuestra Señora de la Ñora, Atención Temprana y Logopedia de Cañadas",
                "牙科診所牙科診所牙科診所牙科診所牙科診所牙科診所牙科診所牙科診所牙科診所",
                "🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            })
    void lines_are_folded_at_75_octets_between_characters(String name) throws Exception {
        var bytes = entry(TestMessage.message().clinicName(name).address(name).build());

        var lines = new String(bytes, StandardCharsets.ISO_8859_1).split("\r\n", -1);
        for (var line : lines) {
            var octets = line.getBytes(StandardCharsets.ISO_8859_1);
            assertThat(octets.length).isLessThanOrEqualTo(75);
            assertThat(line).doesNotContain("\r", "\n");
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets));
        }
        assertThat(lines[lines.length - 1]).isEmpty();
        assertThat(unfolded(bytes)).contains("\r\nSUMMARY:Cita en " + name.replace(",", "\\,"));
    }

    @Test
    void the_clinic_organizes_and_clinni_sends() {
        assertThat(unfolded(entry(TestMessage.message().build())))
                .containsPattern(
                        "\r\nORGANIZER;CN=\"?Clínica Sol\"?:mailto:avisos@clinni\\.example\r\n");
        assertThat(
                        unfolded(
                                entry(
                                        TestMessage.message()
                                                .clinicName("Sol \"Luna\": A; B, C")
                                                .build())))
                .contains(
                        "\r\n"
                                + "ORGANIZER;CN=\"Sol 'Luna': A; B,"
                                + " C\":mailto:avisos@clinni.example\r\n");
    }

    @Test
    void text_is_escaped() {
        assertThat(
                        unfolded(
                                entry(
                                        TestMessage.message()
                                                .clinicName("Sol; Luna, S.L. \\ \"x\"")
                                                .build())))
                .contains("\r\nSUMMARY:Cita en Sol\\; Luna\\, S.L. \\\\ \"x\"\r\n");
    }

    @Test
    void an_entry_says_when_it_was_made_and_has_all_that_is_required_once() {
        var entry = unfolded(entry(TestMessage.message().build()));

        assertThat(entry).contains("\r\nDTSTAMP:20300305T120000Z\r\n");
        for (var name :
                List.of(
                        "VERSION:",
                        "PRODID:",
                        "METHOD:",
                        "UID:",
                        "DTSTAMP:",
                        "DTSTART:",
                        "SEQUENCE:",
                        "ORGANIZER;",
                        "SUMMARY:")) {
            assertThat(entry.split("\r\n" + name, -1)).as(name).hasSize(2);
        }
        assertThat(entry).doesNotContain("ATTENDEE");
    }

    @Test
    void the_attachment_says_the_method_that_stands_inside() {
        var booked = TestMessage.message().build();
        var off = TestMessage.message().kind(MessageReady.CANCELLATION).build();

        assertThat(Invitation.contentType(booked)).endsWith("; method=PUBLISH");
        assertThat(unfolded(entry(booked))).contains("\r\nMETHOD:PUBLISH\r\n");
        assertThat(Invitation.contentType(off)).endsWith("; method=CANCEL");
        assertThat(unfolded(entry(off))).contains("\r\nMETHOD:CANCEL\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "3, 4, 5",
        "1899283200123, 1899283260456, 1899283320789",
        "1899283200123456, 1899283260456789, 1899283320789012",
    })
    void a_move_and_a_cancellation_keep_the_uid_and_raise_the_sequence(
            long first, long second, long third) {
        var visit = TestMessage.message();
        var booked = unfolded(entry(visit.version(first).build()));
        var moved = unfolded(entry(visit.version(second).kind(MessageReady.MOVED).build()));
        var off = unfolded(entry(visit.version(third).kind(MessageReady.CANCELLATION).build()));

        assertThat(List.of(uid(booked), uid(moved), uid(off))).containsOnly(uid(booked));
        assertThat(List.of(sequence(booked), sequence(moved), sequence(off)))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void visits_of_two_clinics_that_have_one_id_are_two_entries() {
        var visit = TestMessage.message();

        assertThat(uid(unfolded(entry(visit.clinic("prado").build()))))
                .isNotEqualTo(uid(unfolded(entry(visit.clinic("sol").build()))));
    }

    private static byte[] entry(MessageReady message) {
        return Invitation.of(message, message.startsAt(), SENDER, MutableClock.START);
    }

    private static String unfolded(byte[] entry) {
        return new String(entry, StandardCharsets.UTF_8).replace("\r\n ", "");
    }

    private static String uid(String entry) {
        return value(entry, "UID:");
    }

    private static int sequence(String entry) {
        return Integer.parseInt(value(entry, "SEQUENCE:"));
    }

    private static String value(String entry, String name) {
        return entry.lines()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .orElseThrow()
                .substring(name.length());
    }
}
