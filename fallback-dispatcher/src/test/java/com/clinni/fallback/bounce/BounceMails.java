package com.clinni.fallback.bounce;

import java.nio.charset.StandardCharsets;

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

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
