package com.clinni.whatsapp.gateway;

import com.clinni.events.contact.PhoneNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that a person wrote to one of our numbers. Prints neither words nor numbers.
 *
 * @param messageId WhatsApp's own id of it; of a message that was edited, its event's
 * @param phone who wrote, unless WhatsApp hides the number
 * @param chat where to answer, unless that is hidden too
 * @param lid what WhatsApp calls a sender whose number it hides
 * @param quotedId the id of the message it answers
 * @param editedId the id of the message that it words anew
 * @param text what it says; empty for a picture or a voice message
 * @param at when it was written, if the gateway says it
 */
public record InboundMessage(
        String messageId,
        @Nullable PhoneNumber phone,
        @Nullable ChatId chat,
        @Nullable String lid,
        @Nullable String quotedId,
        @Nullable String editedId,
        String text,
        @Nullable Instant at) {

    /** The same, and when it was written is known. */
    public InboundMessage writtenAt(Instant when) {
        return new InboundMessage(messageId, phone, chat, lid, quotedId, editedId, text, when);
    }

    @Override
    public String toString() {
        return "InboundMessage[" + messageId + "]";
    }
}
