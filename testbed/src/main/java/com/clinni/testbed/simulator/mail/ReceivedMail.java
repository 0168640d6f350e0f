package com.clinni.testbed.simulator.mail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A mail in one recipient's inbox. The id is its Message-ID. */
public record ReceivedMail(
        Instant at,
        String to,
        @Nullable String subject,
        @Nullable String text,
        @Nullable String html,
        Map<String, String> headers,
        @Nullable String id,
        List<Attachment> attachments) {

    /** Any part that is neither the text nor the HTML. */
    public record Attachment(@Nullable String name, String type, String content) {}

    @Override
    public String toString() {
        return "ReceivedMail[" + at + ", " + id + "]";
    }
}
