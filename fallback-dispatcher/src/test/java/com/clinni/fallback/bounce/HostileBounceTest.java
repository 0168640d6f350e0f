package com.clinni.fallback.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails that somebody wrote to do harm, and such as broke on their way. */
@Timeout(30)
class HostileBounceTest {

    private static final String OURS = "<" + UUID.randomUUID() + ".2@clinni.example>";
    private static final String REPORT = BounceMails.report(OURS, "failed", "5.1.1");

    @Test
    void torn_reports_do_no_harm() {
        var random = new Random(20_300_305);
        for (var mail : new String[] {REPORT, BounceMails.forwarded(REPORT)}) {
            var whole = BounceMails.bytes(mail);
            for (var i = 0; i < 2_000; i++) {
                var torn = Arrays.copyOf(whole, random.nextInt(whole.length));
                for (var j = 0; j < 5 && torn.length > 0; j++) {
                    torn[random.nextInt(torn.length)] = (byte) random.nextInt(256);
                }
                BounceReader.read(torn);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "\r\n",
                " \r\n",
                "--x\r\n",
                "--x\r\n\r\n",
                "--x--\r\n",
                "a: b\r\n",
                "a: b\r\n\r\n",
                ": ",
                "\r\n\t",
                "=\r\n",
                "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n",
                "Content-Type: message/rfc822\r\n\r\n",
                "References: <5f0c1c8e-0000-5000-8000-000000000001.1@clinni.example>\r\n"
            })
    void endless_ones_are_read_up_to_a_limit(String piece) {
        var endless = piece.repeat(1_000_000 / piece.length());
        for (var header :
                new String[] {
                    "",
                    "Content-Type: multipart/report; boundary=x\r\n\r\n--x\r\n"
                            + "Content-Type: message/delivery-status\r\n\r\n",
                    "Content-Type: multipart/report; boundary=x\r\n\r\n--x\r\n"
                            + "Content-Type: text/plain\r\n"
                            + "Content-Transfer-Encoding: quoted-printable\r\n\r\n",
                    "Content-Type: multipart/report; boundary=x\r\nX: "
                }) {
            assertThat(BounceReader.read(BounceMails.bytes(header + endless))).isEmpty();
        }
    }

    @Test
    void what_lies_ten_thousand_levels_deep_is_not_looked_for() {
        var multiparts = new StringBuilder();
        var mails = new StringBuilder();
        for (var i = 0; i < 10_000; i++) {
            multiparts.append(
                    "Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n".formatted(i, i));
            mails.append("Content-Type: message/rfc822\r\n\r\n");
        }

        assertThat(BounceReader.read(BounceMails.bytes(multiparts + REPORT))).isEmpty();
        assertThat(BounceReader.read(BounceMails.bytes(mails + REPORT))).isEmpty();
    }

    @Test
    void a_header_of_a_megabyte_hides_what_follows_and_harms_nobody() {
        assertThat(
                        BounceReader.read(
                                BounceMails.bytes("X: " + "x".repeat(1_000_000) + "\r\n" + REPORT)))
                .isEmpty();
        assertThat(BounceReader.read(BounceMails.bytes("X: x\r\n".repeat(100_000) + REPORT)))
                .isEmpty();
    }
}
