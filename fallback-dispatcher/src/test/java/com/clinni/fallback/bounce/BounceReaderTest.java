package com.clinni.fallback.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BounceReaderTest {

    private static final UUID REMINDER = UUID.fromString("5f0c1c8e-0000-5000-8000-000000000001");
    private static final String OURS = "<" + REMINDER + ".2@clinni.example>";

    private static final FailedEmail FAILED = new FailedEmail(OURS, REMINDER, 2);
    private static final String STATUS =
            BounceMails.part("message/delivery-status", BounceMails.status("failed", "5.1.1"));

    @Test
    void a_failure_for_good_names_the_email_by_our_message_id() {
        assertThat(
                        BounceReader.read(
                                BounceMails.bytes(BounceMails.report(OURS, "failed", "5.1.1"))))
                .contains(new FailedEmail(OURS, REMINDER, 2));
    }

    @Test
    void headers_alone_lone_line_feeds_and_an_unquoted_boundary_are_understood_too() {
        var report =
                BounceMails.report(OURS, "Failed", "5.7.1 (blocked)")
                        .replace("\r\n", "\n")
                        .replace("message/rfc822", "text/rfc822-headers")
                        .replace("\"A1B2.3030/mx.example.net\"", "A1B2.3030/mx.example.net")
                        .replace("Message-ID: ", "MESSAGE-ID:\n ");

        assertThat(BounceReader.read(BounceMails.bytes(report))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "failed,5.1.1",
        "failed,4.4.7",
        "FAILED,4.2.2",
        "failed (delivery time expired),4.4.7",
        "failed,5",
        "failed,x"
    })
    void what_failed_is_final_whatever_its_status_code(String action, String status) {
        assertThat(read(BounceMails.report(OURS, action, status)))
                .contains(new FailedEmail(OURS, REMINDER, 2));
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                Arguments.of("message/delivery-status", "message/rfc822"),
                Arguments.of("Message/Delivery-Status; charset=utf-8", "TEXT/RFC822-Headers"),
                Arguments.of("message/global-delivery-status", "message/global"),
                Arguments.of("message/global-delivery-status", "message/global-headers"));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void every_type_of_report_is_understood_in_every_encoding(String status, String returned) {
        var said = BounceMails.status("failed", "4.4.7");
        var email = BounceMails.returned(OURS);

        assertThat(
                        List.of(
                                BounceMails.reportOf(
                                        "",
                                        BounceMails.part(status, said),
                                        BounceMails.part(returned, email)),
                                BounceMails.reportOf(
                                        "",
                                        BounceMails.base64(status, said),
                                        BounceMails.base64(returned, email)),
                                BounceMails.reportOf(
                                        "",
                                        BounceMails.quotedPrintable(status, said),
                                        BounceMails.quotedPrintable(returned, email))))
                .allSatisfy(mail -> assertThat(read(mail)).contains(FAILED));
    }

    @ParameterizedTest
    @CsvSource({"1,true", "3,true", "4,false"})
    void a_report_that_was_forwarded_is_understood_up_to_a_depth(int times, boolean understood) {
        var mail = BounceMails.report(OURS, "failed", "5.1.1");
        for (var i = 0; i < times; i++) {
            mail = BounceMails.forwarded(mail);
        }

        assertThat(read(mail).isPresent()).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource({"17,true", "19,false"})
    void a_report_is_read_up_to_a_number_of_parts(int before, boolean understood) {
        var parts = new ArrayList<>(Collections.nCopies(before, BounceMails.part("text/x", "x")));
        parts.add(STATUS);
        parts.add(BounceMails.part("message/rfc822", BounceMails.returned(OURS)));

        assertThat(read(BounceMails.reportOf("", parts.toArray(String[]::new))).isPresent())
                .isEqualTo(understood);
    }

    static Stream<String> withoutTheEmail() {
        return Stream.of(
                BounceMails.reportOf("In-Reply-To: " + OURS + "\n", STATUS),
                BounceMails.reportOf("IN-REPLY-TO:\n\t" + OURS + "\n", STATUS),
                BounceMails.reportOf("References: <x@example.net>\n " + OURS + "\n", STATUS),
                BounceMails.reportOf("", text("Message-ID: " + OURS), STATUS),
                BounceMails.reportOf(
                        "", STATUS, text("about " + OURS.replaceAll("[<>]", "") + ".")),
                BounceMails.reportOf(
                        "",
                        BounceMails.base64(
                                "text/html", OURS.replace("<", "&lt;").replace(">", "&gt;")),
                        STATUS),
                BounceMails.reportOf(
                        "",
                        BounceMails.part(
                                "message/delivery-status",
                                "X-Original-Message-ID: "
                                        + OURS
                                        + "\n\n"
                                        + BounceMails.status("failed", "5.1.1"))),
                BounceMails.reportOf(
                        "In-Reply-To: " + OURS + "\n",
                        STATUS,
                        BounceMails.part("text/rfc822-headers", "Subject: Su cita\n")));
    }

    @ParameterizedTest
    @MethodSource("withoutTheEmail")
    void a_report_without_the_email_names_it_elsewhere(String mail) {
        assertThat(read(mail)).contains(FAILED);
    }

    @Test
    void of_several_that_a_text_names_nobody_knows_which_failed() {
        var others = OURS.replace(".2@", ".3@");

        assertThat(read(BounceMails.reportOf("", text(OURS + " and " + others), STATUS))).isEmpty();
        assertThat(read(BounceMails.reportOf("References: " + others + "\n", text(OURS), STATUS)))
                .contains(new FailedEmail(others, REMINDER, 3));
    }

    @Test
    void the_email_that_came_back_is_the_one_whatever_else_is_named() {
        var strangers = BounceMails.part("message/rfc822", BounceMails.returned("<x@example.net>"));

        assertThat(read(BounceMails.reportOf("In-Reply-To: " + OURS + "\n", STATUS, strangers)))
                .isEmpty();
    }

    @Test
    void an_email_of_ours_that_somebody_answers_has_not_failed() {
        assertThat(read("In-Reply-To: " + OURS + "\r\n\r\nGracias")).isEmpty();
        assertThat(read(BounceMails.forwarded("Message-ID: " + OURS + "\r\n\r\nSu cita")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "delayed,4.4.1",
        "delayed (will try again),5.0.0",
        "delivered,2.0.0",
        "relayed,5.0.0",
        "expanded,2.0.0",
        "failed-not,5.1.1",
        "unknown,5.1.1",
    })
    void what_may_still_arrive_is_no_failure(String action, String status) {
        assertThat(BounceReader.read(BounceMails.bytes(BounceMails.report(OURS, action, status))))
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
                        BounceReader.read(
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
        assertThat(BounceReader.read(BounceMails.bytes(mail))).isEmpty();
    }

    private static String text(String words) {
        return BounceMails.part("text/plain", words);
    }

    private static Optional<FailedEmail> read(String mail) {
        return BounceReader.read(BounceMails.bytes(mail));
    }
}
