package com.clinni.testbed.simulator.mail;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A mail in one recipient's inbox. The id is its Message-ID. */
public record ReceivedMail(
        Instant at,
        String to,
        String subject,
        String text,
        String html,
        Map<String, String> headers,
        String id,
        List<Attachment> attachments) {

    /** Any part that is neither the text nor the HTML. */
    public record Attachment(String name, String type, String content) {}

    @Override
    public String toString() {
        return "ReceivedMail[" + at + ", " + id + "]";
    }
}
