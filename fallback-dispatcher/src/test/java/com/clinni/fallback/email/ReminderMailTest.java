package com.clinni.fallback.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.MessageReady;
import com.clinni.fallback.MutableClock;
import com.clinni.fallback.TestMessage;
import com.clinni.fallback.preferences.EmailFooter;
import com.clinni.fallback.provider.ProviderKind;
import io.vertx.ext.mail.MailMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReminderMailTest {

    private static final String EVIL = "Sol\r\nBcc: x@example.com\r\n\r\nRCPT TO:<x@example.com>";

    @Test
    void the_clinic_is_shown_and_clinni_sends() {
        var mail = mail(TestMessage.message().clinicName("Clinica Sol").build());

        assertThat(mail.getFrom()).isEqualTo("avisos@clinni.example");
        assertThat(header(mail, "From"))
                .startsWith("=?UTF-8?B?")
                .endsWith("?= <avisos@clinni.example>");
    }

    @Test
    void the_same_generation_has_the_same_message_id() {
        var message = TestMessage.message().build();

        assertThat(header(mail(message), "Message-ID"))
                .isEqualTo(header(mail(message), "Message-ID"))
                .isEqualTo("<" + message.reminderId() + ".1@clinni.example>");
        assertThat(
                        header(
                                ReminderMail.of(
                                        message,
                                        2,
                                        settings(),
                                        Optional.empty(),
                                        MutableClock.START),
                                "Message-ID"))
                .isEqualTo("<" + message.reminderId() + ".2@clinni.example>");
    }

    @Test
    void it_says_that_a_machine_wrote_it_and_when() {
        var mail = mail(TestMessage.message().build());

        assertThat(header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(header(mail, "Date")).isEqualTo("Tue, 5 Mar 2030 12:00:00 +0000");
    }

    @Test
    void no_name_or_subject_can_end_a_line() {
        var mail = mail(TestMessage.message().clinicName(EVIL).subject(EVIL).address(EVIL).build());

        assertThat(header(mail, "Subject")).isEqualTo(PlainLine.of(EVIL, 150));
        mail.getHeaders()
                .forEach(
                        line ->
                                assertThat(line.getValue().replace("\r\n ", ""))
                                        .doesNotContain("\r", "\n"));
        assertThat(calendar(mail)).doesNotContain("\r\nBcc").doesNotContain("\r\nRCPT");
    }

    @Test
    void a_link_in_a_name_or_an_address_is_left_as_words() {
        var mail =
                mail(
                        TestMessage.message()
                                .clinicName("Sol www.premios.example")
                                .address("Calle Ficticia 1, bit.ly/x")
                                .build());

        assertThat(calendar(mail).replace("\r\n ", ""))
                .contains("SUMMARY:Cita en Sol www premios example\r\n")
                .contains("LOCATION:Calle Ficticia 1\\, bit ly/x\r\n");
    }

    @Test
    void the_visit_is_a_calendar_entry_that_a_later_version_replaces() {
        var calendar =
                calendar(mail(TestMessage.message().version(3).build())).replace("\r\n ", "");

        assertThat(calendar)
                .contains("METHOD:PUBLISH\r\n")
                .contains("SEQUENCE:2\r\n")
                .contains("DTSTART:20300306T120000Z\r\n")
                .contains("DURATION:PT30M\r\n")
                .contains("SUMMARY:Cita en Clínica Sol\r\n")
                .contains("LOCATION:Calle Ficticia 1\\, Madrid\r\n")
                .containsPattern("UID:a-[0-9a-f-]{36}\\+clinica-[0-9a-f]{8}@clinni\\.example\r\n");
    }

    @Test
    void a_cancelled_visit_crosses_out_the_same_entry() {
        var booked = TestMessage.message();
        var before = calendar(mail(booked.version(3).build())).replace("\r\n ", "");
        var after =
                calendar(mail(booked.version(4).kind(MessageReady.CANCELLATION).build()))
                        .replace("\r\n ", "");

        assertThat(before).doesNotContain("STATUS:CANCELLED");
        assertThat(after).contains("STATUS:CANCELLED\r\n").contains("SEQUENCE:3\r\n");
        assertThat(uid(after)).isEqualTo(uid(before));
    }

    @Test
    void a_moved_visit_replaces_the_same_entry() {
        var booked = TestMessage.message();
        var before = calendar(mail(booked.version(3).build())).replace("\r\n ", "");
        var after =
                calendar(mail(booked.version(4).kind(MessageReady.MOVED).build()))
                        .replace("\r\n ", "");

        assertThat(before).contains("SEQUENCE:2\r\n");
        assertThat(after).contains("SEQUENCE:3\r\n").doesNotContain("STATUS:CANCELLED");
        assertThat(uid(after)).isEqualTo(uid(before));
    }

    private static String uid(String calendar) {
        return calendar.lines().filter(line -> line.startsWith("UID:")).findFirst().orElseThrow();
    }

    @Test
    void one_click_ends_them_where_a_link_is_known() {
        var message = TestMessage.message().build();
        var mail =
                ReminderMail.of(
                        message,
                        1,
                        settings(),
                        Optional.of(
                                new EmailFooter(
                                        "https://avisos.clinni.example/preferences/t", "", "")),
                        MutableClock.START);

        assertThat(header(mail, "List-Unsubscribe"))
                .isEqualTo("<https://avisos.clinni.example/preferences/t>");
        assertThat(header(mail, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(mail(message).getHeaders().names()).doesNotContain("List-Unsubscribe");
    }

    @Test
    void a_long_name_is_cut_and_folded() {
        var mail = mail(TestMessage.message().clinicName("ñ".repeat(500)).build());

        assertThat(header(mail, "From").split("\r\n")).allMatch(line -> line.length() <= 98);
    }

    private static MailMessage mail(MessageReady message) {
        return ReminderMail.of(message, 1, settings(), Optional.empty(), MutableClock.START);
    }

    private static String header(MailMessage mail, String name) {
        return mail.getHeaders().get(name);
    }

    private static String calendar(MailMessage mail) {
        var attachment = mail.getAttachment().getFirst();
        assertThat(attachment.getContentType()).startsWith("text/calendar");
        return attachment.getData().toString(StandardCharsets.UTF_8);
    }

    static MailSettings settings() {
        return new MailSettings() {
            @Override
            public ProviderKind provider() {
                return ProviderKind.SIMULATOR;
            }

            @Override
            public String from() {
                return "avisos@clinni.example";
            }

            @Override
            public Optional<String> bouncesTo() {
                return Optional.empty();
            }

            @Override
            public String shownAs() {
                return "{clinic} (vía Clinni)";
            }

            @Override
            public Duration callLimit() {
                return Duration.ofSeconds(1);
            }

            @Override
            public Duration connectLimit() {
                return Duration.ofSeconds(1);
            }

            @Override
            public Duration rest() {
                return Duration.ofSeconds(1);
            }
        };
    }
}
