package com.clinni.fallback.bounce;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Bounces as mail servers write them. */
final class BounceMails {

    private BounceMails() {}

    static String report(String messageId, String action, String status) {
        return """
        From: MAILER-DAEMON@mx.example.net (Mail Delivery System)
        To: avisos@clinni.example
        Subject: Undelivered Mail Returned to Sender
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status;
        \tboundary="A1B2.3030/mx.example.net"
        Message-Id: <20300305120000.A1B2@mx.example.net>

        This is a MIME-encapsulated message.

        --A1B2.3030/mx.example.net
        Content-Description: Notification
        Content-Type: text/plain; charset=us-ascii

        I'm sorry to have to inform you that your message could not be delivered.

        --A1B2.3030/mx.example.net
        Content-Description: Delivery report
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.net
        Arrival-Date: Tue, 5 Mar 2030 12:00:00 +0000 (UTC)

        Final-Recipient: rfc822; ana@example.test
        Action: %s
        Status: %s
        Diagnostic-Code: smtp; 550 5.1.1 <ana@example.test>: Recipient address
            rejected: User unknown

        --A1B2.3030/mx.example.net
        Content-Description: Undelivered Message
        Content-Type: message/rfc822

        Received: from fallback (unknown) by mx.example.net
        From: =?UTF-8?B?Q2zDrW5pY2EgU29s?= <avisos@clinni.example>
        Subject: Su cita
        Message-ID: %s
        Content-Type: text/plain

        Le recordamos su cita.

        --A1B2.3030/mx.example.net--
        """
                .formatted(action, status, messageId)
                .replace("\n", "\r\n");
    }

    /** A report made of these parts, below these lines of its header. */
    static String reportOf(String header, String... parts) {
        return """
        From: MAILER-DAEMON@mx.example.net
        Auto-Submitted: auto-replied
        %sMIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary=b1

        --b1
        %s
        --b1--
        """
                .formatted(header, String.join("\n--b1\n", parts))
                .replaceAll("\r?\n", "\r\n");
    }

    /** Somebody sends this mail on as an attachment. */
    static String forwarded(String mail) {
        var boundary = "fwd" + mail.length() + ".";
        return """
        From: somebody@example.net
        Subject: Fwd: Undelivered
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="%s"

        --%s
        Content-Type: text/plain

        See below.
        --%s
        Content-Type: message/rfc822
        Content-Disposition: attachment

        %s
        --%s--
        """
                .formatted(boundary, boundary, boundary, mail, boundary)
                .replaceAll("\r?\n", "\r\n");
    }

    static String part(String type, String body) {
        return "Content-Type: " + type + "\n\n" + body;
    }

    static String base64(String type, String body) {
        return "Content-Type: "
                + type
                + "\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(bytes(body));
    }

    /** Every letter e written as its number, and lines broken in the middle of words. */
    static String quotedPrintable(String type, String body) {
        return "Content-Type: "
                + type
                + "\nContent-Transfer-Encoding: quoted-printable\n\n"
                + body.replace("=", "=3D").replace("e", "=65=\n");
    }

    static String status(String action, String status) {
        return "Reporting-MTA: dns; mx.example.net\n\n"
                + "Final-Recipient: rfc822; ana@example.test\n"
                + "Action: %s\nStatus: %s\n".formatted(action, status);
    }

    static String returned(String messageId) {
        return "Subject: Su cita\nMessage-ID: %s\n".formatted(messageId);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
