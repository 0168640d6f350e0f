package com.clinni.fallback.email;

import com.clinni.events.MessageReady;
import com.clinni.fallback.preferences.EmailFooter;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.mail.MailAttachment;
import io.vertx.ext.mail.MailMessage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A message as an e-mail for one recipient: text, HTML and a calendar entry. Headers with words in
 * them are encoded here, and nothing in them can end a line. There are no copies: an empty list of
 * them, as quarkus-mailer has it, would leave as a line {@code Cc:} that no mail may have.
 */
final class ReminderMail {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_SUBJECT = 150;

    private ReminderMail() {}

    /** The same generation of a message always has the same Message-ID, however often it leaves. */
    static MailMessage of(
            MessageReady message,
            int generation,
            MailSettings settings,
            Optional<EmailFooter> footer,
            Instant now) {
        var email = Objects.requireNonNull(message.content().email(), "no text for an e-mail");
        var to = Objects.requireNonNull(message.recipient().email(), "no address for an e-mail");
        var mail =
                new MailMessage()
                        .setFrom(settings.from())
                        .setTo(to.address())
                        .setText(footer.map(f -> f.below(email.text())).orElse(email.text()))
                        .setHtml(footer.map(f -> f.insideOf(email.html())).orElse(email.html()))
                        .addHeader("From", sender(message, settings))
                        .addHeader("Subject", EncodedWords.of(subject(email.subject())))
                        .addHeader("Date", DATE.format(now.atOffset(ZoneOffset.UTC)))
                        .addHeader("Message-ID", id(message, generation, settings))
                        .addHeader("Auto-Submitted", "auto-generated");
        settings.bouncesTo().ifPresent(mail::setBounceAddress);
        footer.ifPresent(f -> unsubscribable(mail, f.link()));
        var startsAt = message.startsAt();
        if (startsAt != null) {
            mail.setAttachment(
                    MailAttachment.create()
                            .setName("cita.ics")
                            .setDisposition("attachment")
                            .setContentType(Invitation.contentType(message))
                            .setData(
                                    Buffer.buffer(
                                            Invitation.of(
                                                    message, startsAt, settings.from(), now))));
        }
        return mail;
    }

    static String id(MessageReady message, int generation, MailSettings settings) {
        return "<%s.%d@%s>".formatted(message.reminderId(), generation, domain(settings));
    }

    private static String domain(MailSettings settings) {
        return settings.from().substring(settings.from().indexOf('@') + 1);
    }

    /** One click in a mail program is enough (RFC 8058). */
    private static void unsubscribable(MailMessage mail, String link) {
        mail.addHeader("List-Unsubscribe", "<" + link + ">")
                .addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    private static String subject(String written) {
        return PlainLine.of(written, LONGEST_SUBJECT);
    }

    private static String sender(MessageReady message, MailSettings settings) {
        var clinic = PlainLine.of(message.clinic().name(), LONGEST_NAME);
        var shown = PlainLine.of(settings.shownAs().replace("{clinic}", clinic), 2 * LONGEST_NAME);
        return EncodedWords.phrase(shown) + " <" + settings.from() + ">";
    }
}
