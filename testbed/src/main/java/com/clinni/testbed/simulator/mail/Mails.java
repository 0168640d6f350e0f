package com.clinni.testbed.simulator.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Takes a MIME message apart. */
final class Mails {

    private @Nullable String text;
    private @Nullable String html;
    private final List<ReceivedMail.Attachment> attachments = new ArrayList<>();

    private Mails() {}

    /** One mail for each recipient's inbox. */
    static List<ReceivedMail> read(byte[] bytes, List<String> recipients, Instant at)
            throws IOException {
        try {
            var message =
                    new MimeMessage(
                            Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
            var parts = new Mails();
            parts.collect(message);
            var headers = headers(message);
            return recipients.stream()
                    .map(
                            to ->
                                    new ReceivedMail(
                                            at,
                                            to,
                                            subject(message),
                                            parts.text,
                                            parts.html,
                                            headers,
                                            headers.get("Message-ID"),
                                            List.copyOf(parts.attachments)))
                    .toList();
        } catch (MessagingException e) {
            throw new IOException("This is not a mail.", e);
        }
    }

    private void collect(Part part) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (var i = 0; i < parts.getCount(); i++) {
                collect(parts.getBodyPart(i));
            }
        } else if (text == null && part.isMimeType("text/plain") && isBody(part)) {
            text = content(part);
        } else if (html == null && part.isMimeType("text/html") && isBody(part)) {
            html = content(part);
        } else {
            var type = part.getContentType().replaceAll("\\s*[\\r\\n]+\\s*", " ");
            attachments.add(new ReceivedMail.Attachment(part.getFileName(), type, content(part)));
        }
    }

    private static boolean isBody(Part part) throws MessagingException {
        return part.getFileName() == null
                && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
    }

    /** Decoded; read as UTF-8 unless the part names another charset Java reads by itself. */
    private static String content(Part part) throws MessagingException, IOException {
        if (part.getContentType().toLowerCase(Locale.ROOT).contains("text/")
                && part.getContent() instanceof String string) {
            return string;
        }
        return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Map<String, String> headers(MimeMessage message) throws MessagingException {
        var headers = new LinkedHashMap<String, String>();
        for (var header : Collections.list(message.getAllHeaders())) {
            headers.putIfAbsent(header.getName(), header.getValue());
        }
        return Collections.unmodifiableMap(headers);
    }

    private static @Nullable String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            return null;
        }
    }
}
