package com.clinni.whatsapp.gateway;

import com.clinni.events.contact.PhoneNumber;
import java.time.Instant;

/**
 * A message that a person wrote to one of our numbers. Prints neither words nor numbers.
 *
 * @param messageId WhatsApp's own id of it
 * @param phone who wrote, or null where WhatsApp hides the number
 * @param chat where to answer, or null where that is hidden too
 * @param lid what WhatsApp calls a sender whose number it hides, or null
 * @param quotedId the id of the message it answers, or null
 * @param text what it says; empty for a picture or a voice message
 * @param at when it was written, or null when the gateway does not say
 */
public record InboundMessage(
        String messageId,
        PhoneNumber phone,
        ChatId chat,
        String lid,
        String quotedId,
        String text,
        Instant at) {

    /** The same, and when it was written is known. */
    public InboundMessage writtenAt(Instant when) {
        return new InboundMessage(messageId, phone, chat, lid, quotedId, text, when);
    }

    @Override
    public String toString() {
        return "InboundMessage[" + messageId + "]";
    }
}
