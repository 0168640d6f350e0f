package com.clinni.fallback.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryStatusTest {

    private static final UUID REMINDER = UUID.fromString("5f0c1c8e-0000-5000-8000-000000000001");
    private static final String OURS = "<" + REMINDER + ".2@clinni.example>";

    @Test
    void a_failure_for_good_names_the_email_by_our_message_id() {
        assertThat(
                        DeliveryStatus.read(
                                BounceMails.bytes(BounceMails.report(OURS, "failed", "5.1.1"))))
                .contains(new DeliveryStatus(OURS, REMINDER, 2));
    }

    @Test
    void headers_alone_lone_line_feeds_and_an_unquoted_boundary_are_understood_too() {
        var report =
                BounceMails.report(OURS, "Failed", "5.7.1 (blocked)")
                        .replace("\r\n", "\n")
                        .replace("message/rfc822", "text/rfc822-headers")
                        .replace("\"A1B2.3030/mx.example.net\"", "A1B2.3030/mx.example.net")
                        .replace("Message-ID: ", "MESSAGE-ID:\n ");

        assertThat(DeliveryStatus.read(BounceMails.bytes(report))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "delayed,4.4.1",
        "failed,4.2.2",
        "delivered,2.0.0",
        "relayed,5.0.0",
        "failed,5",
        "failed,x"
    })
    void what_may_still_arrive_is_no_failure(String action, String status) {
        assertThat(DeliveryStatus.read(BounceMails.bytes(BounceMails.report(OURS, action, status))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<someone-else@example.com>",
                "",
                "<5f0c1c8e-0000-5000-8000-000000000001@clinni.example>",
                "<5f0c1c8e-0000-5000-8000-000000000001.99999999999@clinni.example>",
                "<5f0c1c8e-0000-5000-8000-00000000000g.1@clinni.example>",
                "5f0c1c8e-0000-5000-8000-000000000001.1@clinni.example",
                "<5f0c1c8e-0000-5000-8000-000000000001.1@clinni.example> <x@y>",
                "<'; DROP TABLE message; --.1@clinni.example>"
            })
    void mails_of_others_are_left_alone(String messageId) {
        assertThat(
                        DeliveryStatus.read(
                                BounceMails.bytes(
                                        BounceMails.report(messageId, "failed", "5.1.1"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n\r\n",
                ":",
                "Content-Type: multipart/report",
                "Content-Type: multipart/report; boundary=",
                "Content-Type: multipart/report; boundary=\"\"",
                "Content-Type: multipart/report; boundary=x\r\n\r\n--x",
                "Content-Type: multipart/report; boundary=x\r\n\r\n--x--x--x--",
                "Content-Type: text/plain\r\n\r\nEstoy de vacaciones",
                "\u0000\uFFFF{[<"
            })
    void what_is_no_report_is_nothing(String mail) {
        assertThat(DeliveryStatus.read(BounceMails.bytes(mail))).isEmpty();
    }

    @Test
    void neither_torn_nor_huge_nor_deep_reports_do_any_harm() {
        var whole = BounceMails.bytes(BounceMails.report(OURS, "failed", "5.1.1"));
        var random = new Random(20_300_305);
        for (var i = 0; i < 2_000; i++) {
            var torn = java.util.Arrays.copyOf(whole, random.nextInt(whole.length));
            for (var j = 0; j < 5 && torn.length > 0; j++) {
                torn[random.nextInt(torn.length)] = (byte) random.nextInt(256);
            }
            DeliveryStatus.read(torn);
        }
        for (var endless :
                new String[] {"a", "\r\n", " \r\n", "--x\r\n", "a: b\r\n", ": ", "\r\n\t"}) {
            var mail =
                    "Content-Type: multipart/report; boundary=x\r\n\r\n--x\r\n"
                            + "Content-Type: message/delivery-status\r\n\r\n"
                            + endless.repeat(100_000);
            assertThat(DeliveryStatus.read(BounceMails.bytes(mail))).isEmpty();
            assertThat(DeliveryStatus.read(BounceMails.bytes(endless.repeat(100_000)))).isEmpty();
        }
    }
}
