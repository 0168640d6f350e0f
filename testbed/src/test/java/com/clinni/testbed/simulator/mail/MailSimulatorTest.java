package com.clinni.testbed.simulator.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clinni.testbed.simulator.channel.Behaviour;
import com.clinni.testbed.simulator.channel.Mode;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailSimulatorTest {

    private static final String MAIL =
            """
            From: =?UTF-8?Q?Cl=C3=ADnica?= <recordatorios@example.com>
            To: paciente@example.test
            Subject: =?UTF-8?Q?Su_cita_ma=C3=B1ana?=
            Message-ID: <r1@example.com>
            X-Auto-Response-Suppress: All
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=out

            --out
            Content-Type: multipart/alternative; boundary=in

            --in
            Content-Type: text/plain; charset=UTF-8
            Content-Transfer-Encoding: quoted-printable

            Cl=C3=ADnica
            --in
            Content-Type: text/html; charset=UTF-8
            Content-Transfer-Encoding: quoted-printable

            <p>Cl=C3=ADnica</p>
            --in--
            --out
            Content-Type: text/calendar; charset=UTF-8; method=REQUEST; name=cita.ics
            Content-Disposition: attachment; filename=cita.ics
            Content-Transfer-Encoding: base64

            QkVHSU46VkNBTEVOREFS
            --out--
            """;

    @TempDir Path directory;
    private MailSimulator server;

    @BeforeEach
    void start() {
        server = new MailSimulator(0, directory);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_mail_is_taken_apart_and_kept() throws Exception {
        assertThat(send()).startsWith("250");

        server.close();
        server = new MailSimulator(0, directory);

        assertThat(server.received())
                .singleElement()
                .satisfies(
                        mail -> {
                            assertThat(mail.to()).isEqualTo("paciente@example.test");
                            assertThat(mail.subject()).isEqualTo("Su cita mañana");
                            assertThat(mail.text()).isEqualTo("Clínica");
                            assertThat(mail.html()).isEqualTo("<p>Clínica</p>");
                            assertThat(mail.id()).isEqualTo("<r1@example.com>");
                            assertThat(mail.headers())
                                    .containsEntry("X-Auto-Response-Suppress", "All");
                            assertThat(mail.attachments())
                                    .singleElement()
                                    .satisfies(
                                            part -> {
                                                assertThat(part.name()).isEqualTo("cita.ics");
                                                assertThat(part.type())
                                                        .contains("text/calendar")
                                                        .contains("method=REQUEST");
                                                assertThat(part.content())
                                                        .isEqualTo("BEGIN:VCALENDAR");
                                            });
                        });
    }

    @Test
    void temporary_and_permanent_refusals_keep_nothing() throws Exception {
        server.mode(Mode.ERROR_503);
        assertThat(send()).startsWith("451");
        server.mode(Mode.ERROR_500);
        assertThat(send()).startsWith("550");
        assertThat(server.received()).isEmpty();
    }

    @Test
    void a_connection_lost_after_the_final_dot_leaves_the_mail_delivered() throws Exception {
        server.mode(Mode.HANG_AFTER_SENDING);
        String answer;
        try {
            answer = send();
        } catch (IOException e) {
            answer = null;
        }
        assertThat(answer).isNull();
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void a_slow_server_answers_late() throws Exception {
        server.behave(Behaviour.slow(200));
        var before = System.nanoTime();
        assertThat(send()).startsWith("250");
        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isGreaterThan(Duration.ofMillis(199));
    }

    @Test
    void going_down_cuts_who_is_connected_and_refuses_who_comes() throws Exception {
        try (var dialogue = new SmtpDialogue(server.port())) {
            server.mode(Mode.DOWN);
            assertThat(gone(dialogue)).isTrue();
        }
        assertThatThrownBy(this::send).isInstanceOf(ConnectException.class);

        server.mode(Mode.OK);
        assertThat(send()).startsWith("250");
    }

    private static boolean gone(SmtpDialogue dialogue) {
        try {
            return dialogue.say("NOOP") == null;
        } catch (IOException e) {
            return true;
        }
    }

    private String send() throws IOException {
        try (var dialogue = new SmtpDialogue(server.port())) {
            return dialogue.send("paciente@example.test", MAIL);
        }
    }
}
