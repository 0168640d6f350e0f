package com.clinni.testbed.simulator.whatsapp;

import com.clinni.testbed.simulator.channel.Phones;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message that somebody writes to our number, in all the forms in which WhatsApp reports it.
 *
 * @param from a number in E.164 form, or a chat as WhatsApp names it: a group, a status, a
 *     newsletter, a {@code …@lid} that hides the number
 * @param at when it was written, if it is told late
 * @param replyTo the id of the message it quotes
 * @param fromMe whether it is our own message that is told of
 * @param number the number behind a {@code …@lid}, where the gateway knows it
 */
public record InboundWhatsApp(
        String from,
        String text,
        @Nullable Instant at,
        @Nullable String replyTo,
        boolean fromMe,
        @Nullable String number) {

    private static final Pattern CHAT =
            Pattern.compile("[0-9a-z-]{1,40}@(c\\.us|g\\.us|lid|newsletter|broadcast)");

    public InboundWhatsApp {
        if (!Phones.isE164(from) && (from == null || !CHAT.matcher(from).matches())) {
            throw new IllegalArgumentException("The sender must be a number in E.164 form.");
        }
        if (text == null || text.isEmpty()) {
            throw new IllegalArgumentException("A text is needed.");
        }
        if (number != null && !Phones.isE164(number)) {
            throw new IllegalArgumentException("The number must be in E.164 form.");
        }
    }

    /** A patient writes now. */
    public static InboundWhatsApp by(String from, String text) {
        return new InboundWhatsApp(from, text, null, null, false, null);
    }

    /** Which chat it is written in. */
    String chat(SimulatedContacts contacts) {
        return Phones.isE164(from) ? contacts.of(from).chatId() : from;
    }

    /** Names nobody: sender and text stay out of logs. */
    @Override
    public String toString() {
        return "InboundWhatsApp[" + at + "]";
    }
}
