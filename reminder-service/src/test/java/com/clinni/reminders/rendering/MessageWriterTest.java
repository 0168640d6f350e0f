package com.clinni.reminders.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.Fallback;
import com.clinni.events.MessageReady;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageWriterTest {

    private static final Map<String, String> GREETINGS =
            Map.of("es", "Hola", "ca", "Hola", "gl", "Ola", "eu", "Kaixo", "en", "Hello");

    private final MessageWriter writer = new MessageWriter(HouseTemplates.HOUSE);

    @Test
    void a_spanish_reminder_reads_like_this() {
        var content = rendered(DueReminder.forAna()).content();

        assertThat(content.whatsapp())
                .isEqualTo(
                        """
                        Hola, Ana:

                        Le recordamos su cita en Clínica Prado el miércoles 6 de marzo de 2030 a las 16:30.
                        Dirección: Calle Mayor 1, Madrid

                        Si no puede acudir, avise a la clínica con tiempo, por favor.

                        Este es un mensaje automático: por favor, no responda. Para cualquier consulta, contacte con Clínica Prado por sus canales habituales: 910 000 000.\
                        """);
        assertThat(content.sms())
                .isEqualTo(
                        "Clínica Prado: le recordamos su cita el miércoles 6 de marzo de 2030 a las"
                                + " 16:30. Si no puede acudir, llame al 910 000 000.");
        assertThat(content.email().subject())
                .isEqualTo("Recordatorio de su cita: miércoles 6 de marzo de 2030, 16:30");
        assertThat(content.email().text())
                .isEqualTo(
                        """
                        Hola, Ana:

                        Le recordamos su cita en Clínica Prado.

                        Fecha: miércoles 6 de marzo de 2030
                        Hora: 16:30
                        Dirección: Calle Mayor 1, Madrid

                        Si no puede acudir o desea cambiarla, llame al 910 000 000.

                        Este es un mensaje automático: por favor, no responda.
                        Clínica Prado, 910 000 000\
                        """);
        assertThat(content.email().html())
                .contains("<html lang=\"es\">", "<p>Hola, Ana:</p>", "<br>\nHora: 16:30<br>\n");
    }

    @Test
    void an_english_reminder_reads_like_this() {
        var content = rendered(DueReminder.forAna().languages("es", "en")).content();

        assertThat(content.whatsapp())
                .isEqualTo(
                        """
                        Hello Ana,

                        This is a reminder of your appointment at Clínica Prado on Wednesday 6 March 2030 at 16:30.
                        Address: Calle Mayor 1, Madrid

                        If you cannot attend, please let the clinic know in good time.

                        This is an automatic message: please do not reply. For any question, contact Clínica Prado through its usual channels: 910 000 000.\
                        """);
        assertThat(content.sms())
                .isEqualTo(
                        "Clínica Prado: a reminder of your appointment on Wednesday 6 March 2030 at"
                                + " 16:30. If you cannot attend, please call 910 000 000.");
        assertThat(content.email().subject())
                .isEqualTo("Reminder of your appointment: Wednesday 6 March 2030, 16:30");
        assertThat(content.email().html()).contains("<html lang=\"en\">", "<p>Hello Ana,</p>");
    }

    @ParameterizedTest
    @CsvSource({
        ", reminder, Le recordamos su cita en Clínica Prado",
        "reminder, reminder, Le recordamos su cita en Clínica Prado",
        "visit-moved, visit-moved, 'Su cita en Clínica Prado ha cambiado: ahora es el'",
        "visit-cancelled, visit-cancelled, Su cita en Clínica Prado del miércoles 6 de marzo",
    })
    void the_event_says_what_the_message_is_about(String said, String kind, String text) {
        var message = rendered(DueReminder.forAna().kind(said));

        assertThat(message.kind()).isEqualTo(kind);
        assertThat(message.content().whatsapp()).contains(text);
    }

    @ParameterizedTest
    @CsvSource({
        "es, , es",
        "es, en, en",
        "en, , en",
        "en, es, es",
        "en, ca, ca",
        "es, eu, eu",
        "ca, , ca",
        "gl, gl, gl",
        "eu, en, en",
        "ca, pt, ca",
        "pt, , es",
    })
    void the_language_is_the_first_of_patients_and_clinics_that_has_texts(
            String clinics, String patients, String used) {
        var message = rendered(DueReminder.forAna().languages(clinics, patients));

        assertThat(message.recipient().language()).isEqualTo(used);
        assertThat(message.content().whatsapp()).startsWith(GREETINGS.get(used));
    }

    @Test
    void without_a_name_and_an_address_nothing_dangles() {
        var nobody = DueReminder.forAna().patient(null).clinic("Clínica Prado", "910 000 000", " ");

        var content = rendered(nobody).content();

        assertThat(content.whatsapp())
                .startsWith("Hola:\n\nLe recordamos su cita")
                .contains("16:30.\n\nSi no puede")
                .doesNotContain("null", "Dirección");
        assertThat(content.email().text()).startsWith("Hola:").contains("Hora: 16:30\n\nSi no");
        assertThat(rendered(nobody.languages("en", null)).content().email().text())
                .startsWith("Hello,\n\nThis is");
    }

    @Test
    void a_link_that_came_in_by_an_event_leaves_as_words_on_every_channel() {
        var due =
                DueReminder.forAna()
                        .patient("www.premios.example")
                        .clinic("Prado.es", "910 000 000", "Calle Mayor 1, bit.ly/x")
                        .policy(Channel.WHATSAPP, Fallback.SMS);

        var content = rendered(due).content();

        assertThat(content.whatsapp())
                .contains("Hola, www premios example:", "Prado es", "Calle Mayor 1, bit ly/x");
        assertThat(content.sms()).startsWith("Prado es: ");
        assertThat(content.email().text()).contains("Prado es").doesNotContain("www.", "bit.");
        assertThat(content.email().html()).doesNotContain("www.", "bit.", "Prado.es");
    }

    @Test
    void a_name_written_in_two_characters_a_letter_leaves_in_one() {
        var due = DueReminder.forAna().patient("Ine\u0301s").clinic("Cli\u0301nica", "910", null);

        assertThat(rendered(due).content().whatsapp()).contains("Hola, Inés:", "Clínica");
    }

    @ParameterizedTest
    @CsvSource({
        "Clínica Prado, , clinic.phone",
        "Clínica Prado, ' ', clinic.phone",
        "Clínica Prado, '\u200B', clinic.phone",
        "' ', 910 000 000, clinic.name",
    })
    void a_clinic_that_cannot_be_named_or_called_sends_nothing(
            String name, String phone, String field) {
        var due = DueReminder.forAna().clinic(name, phone, null).event();

        assertThat(HouseTemplates.render(writer, due))
                .isEqualTo(new Rendering.Refused(Cause.TEMPLATE_DATA_MISSING, field));
    }

    @Test
    void only_the_channels_of_the_policy_have_texts() {
        var whatsappOnly = DueReminder.forAna().policy(Channel.WHATSAPP, Fallback.NONE);
        var emailThenSms = DueReminder.forAna().policy(Channel.EMAIL, Fallback.SMS);

        assertThat(rendered(whatsappOnly).content())
                .satisfies(content -> assertThat(content.whatsapp()).isNotBlank())
                .satisfies(content -> assertThat(content.sms()).isNull())
                .satisfies(content -> assertThat(content.email()).isNull());
        assertThat(rendered(emailThenSms).content())
                .satisfies(content -> assertThat(content.whatsapp()).isNull())
                .satisfies(content -> assertThat(content.sms()).isNotBlank())
                .satisfies(content -> assertThat(content.email()).isNotNull());
        assertThat(rendered(emailThenSms).topic()).isEqualTo("reminders.direct-ready.v1");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-28T01:30:00Z, Europe/Madrid, domingo 28 de marzo de 2027 a las 03:30",
        "2027-10-31T00:30:00Z, Europe/Madrid, domingo 31 de octubre de 2027 a las 02:30",
        "2030-03-06T15:30:00Z, Atlantic/Canary, miércoles 6 de marzo de 2030 a las 15:30",
    })
    void the_hour_is_the_one_on_the_clinics_wall(String at, String zone, String expected) {
        assertThat(rendered(DueReminder.forAna().at(at, zone)).content().whatsapp())
                .contains(expected);
    }

    @Test
    void a_hostile_name_is_literal_in_text_and_harmless_in_html() {
        var content = rendered(DueReminder.forAna().patient("<script>{clinic}</script>")).content();

        assertThat(content.whatsapp()).startsWith("Hola, <script>{clinic}</script>:");
        assertThat(content.email().text()).startsWith("Hola, <script>{clinic}</script>:");
        assertThat(content.email().html())
                .contains("Hola, &lt;script&gt;{clinic}&lt;/script&gt;:")
                .doesNotContain("<script>");
    }

    @Test
    void an_endless_name_is_cut() {
        assertThat(rendered(DueReminder.forAna().patient("x".repeat(10_000))).content().whatsapp())
                .startsWith("Hola, " + "x".repeat(39) + "…:");
    }

    @Test
    void everything_the_dispatchers_decide_by_goes_along_unchanged() {
        var due = DueReminder.forAna().event();

        assertThat(rendered(DueReminder.forAna()))
                .returns(due.reminderId(), MessageReady::reminderId)
                .returns(due.appointmentVersion(), MessageReady::appointmentVersion)
                .returns(due.startsAt(), MessageReady::startsAt)
                .returns(due.dueAt(), MessageReady::dueAt)
                .returns(due.sendBefore(), MessageReady::sendBefore)
                .returns(due.durationMinutes(), MessageReady::durationMinutes)
                .returns(due.clinic(), MessageReady::clinic)
                .satisfies(
                        message ->
                                assertThat(message.recipient().optedOut())
                                        .isEqualTo(due.patient().optedOut()));
    }

    private MessageReady rendered(DueReminder reminder) {
        return ((Rendering.Rendered) HouseTemplates.render(writer, reminder.event())).message();
    }
}
