package com.clinni.whatsapp.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.whatsapp.ServiceDriver;
import com.clinni.whatsapp.TestMessage;
import com.clinni.whatsapp.reply.Correspondence.PreviousMessage;
import com.clinni.whatsapp.reply.Correspondence.WritingClinic;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyTextsTest {

    @ParameterizedTest
    @CsvSource({
        "es, nadie lee, teléfono 910 000 001", "ca, ningú llegeix, telèfon 910 000 001",
        "gl, ninguén le, teléfono 910 000 001", "eu, inork ez du irakurtzen, telefonoa 910 000 001",
        "en, nobody reads, phone 910 000 001"
    })
    void every_language_says_that_nobody_reads_and_whom_to_call(
            String language, String nobody, String dialled) {
        var one = ReplyTexts.automatic(wroteThem(message("sol", "Clínica Sol", language)));
        var two =
                ReplyTexts.automatic(
                        wroteThem(
                                message("sol", "Clínica Sol", language),
                                message("mar", "Clínica Mar", language)));

        assertThat(one).contains(nobody, "Clínica Sol", dialled).doesNotContain("{", "\n");
        assertThat(two).contains(nobody, "\n- Clínica Sol", "\n- Clínica Mar").doesNotContain("{");
    }

    @Test
    void a_clinics_name_is_put_in_as_it_is() {
        assertThat(ReplyTexts.automatic(wroteThem(message("x", "{phone} $1 \\{clinics}", "es"))))
                .contains("{phone} $1 \\{clinics}, teléfono 910 000 001");
    }

    @Test
    void a_clinics_name_brings_no_link_and_no_line_of_its_own() {
        assertThat(
                        ReplyTexts.automatic(
                                wroteThem(message("x", "Sol\n- www.premios.example", "es"))))
                .contains("Sol - www premios example, teléfono 910 000 001")
                .doesNotContain("\n");
    }

    @Test
    void a_clinic_without_a_phone_is_named_without() {
        var silent = TestMessage.dueAt(ServiceDriver.NOON).ofClinic("x", "Clínica Sol", null);

        assertThat(ReplyTexts.automatic(wroteThem(message(silent))))
                .endsWith("contacte con Clínica Sol.");
    }

    @Test
    void no_more_clinics_are_listed_than_a_person_reads() {
        var many =
                Stream.of("a", "b", "c", "d", "e", "f")
                        .map(id -> message(id, "Clínica " + id, "es"))
                        .toArray(PreviousMessage[]::new);

        assertThat(ReplyTexts.automatic(wroteThem(many)).lines().filter(l -> l.startsWith("- ")))
                .hasSize(5);
    }

    private static Correspondents wroteThem(PreviousMessage... messages) {
        return new Correspondents(List.of(messages));
    }

    private static PreviousMessage message(String clinicId, String name, String language) {
        return message(
                TestMessage.dueAt(ServiceDriver.NOON)
                        .ofClinic(clinicId, name, "910 000 001")
                        .in(language, "Europe/Madrid"));
    }

    private static PreviousMessage message(TestMessage ready) {
        var message = ready.message();
        var clinic = message.clinic();
        return new PreviousMessage(
                "default",
                "+34600000123",
                ready.id(),
                ServiceDriver.NOON,
                new WritingClinic(clinic.clinicId(), clinic.name(), clinic.phone(), clinic.zone()),
                message.appointmentId(),
                message.isAboutVisit(),
                message.recipient().patientId(),
                message.recipient().language());
    }
}
