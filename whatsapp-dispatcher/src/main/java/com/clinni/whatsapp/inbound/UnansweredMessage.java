package com.clinni.whatsapp.inbound;

import com.clinni.events.contact.PhoneNumber;
import com.clinni.whatsapp.gateway.ChatId;
import com.clinni.whatsapp.gateway.InboundMessage;
import java.time.Instant;
import java.util.UUID;

/**
 * A message that somebody wrote and nobody has looked at, with what must be known to answer it.
 *
 * @param message as it came; its number and chat are those that we know a hidden sender by
 * @param quoted the reminder that it answers, or null
 * @param repeated whether the same words came from the same number a moment ago
 * @param ours whether these are our own words sent back
 * @param optedOut whether that number wants to hear nothing more
 */
record UnansweredMessage(
        long id,
        String line,
        InboundMessage message,
        Instant receivedAt,
        UUID quoted,
        boolean repeated,
        boolean ours,
        boolean optedOut) {

    PhoneNumber phone() {
        return message.phone();
    }

    ChatId chat() {
        return message.chat();
    }

    String lid() {
        return message.lid();
    }

    String text() {
        return message.text();
    }

    Instant writtenAt() {
        return message.at();
    }

    /** Whether we know who it was and where to answer. */
    boolean isKnown() {
        return phone() != null && chat() != null;
    }

    /** Whose chat with which line it stands in. */
    String chatKey() {
        return line + " " + phone().e164();
    }

    @Override
    public String toString() {
        return "UnansweredMessage[" + id + "]";
    }
}
