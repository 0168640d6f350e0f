package com.clinni.whatsapp.inbound;

import com.clinni.events.contact.PhoneNumber;
import com.clinni.whatsapp.gateway.ChatId;
import java.time.Instant;
import java.util.UUID;

/**
 * What somebody wrote and nobody has looked at. Prints neither words nor numbers.
 *
 * @param phone who wrote; null where nobody knows whose hidden number it is
 * @param quoted the reminder that it answers, or null
 * @param repeated whether the same words came from the same number a moment ago
 * @param ours whether these are our own words sent back
 * @param optedOut whether that number wants to hear nothing more
 */
record Unread(
        long id,
        String line,
        PhoneNumber phone,
        ChatId chat,
        String lid,
        String text,
        Instant writtenAt,
        Instant receivedAt,
        UUID quoted,
        boolean repeated,
        boolean ours,
        boolean optedOut) {

    /** Whether we know who it was and where to answer. */
    boolean isKnown() {
        return phone != null && chat != null;
    }

    /** Whose chat with which line it stands in. */
    String chatKey() {
        return line + " " + phone.e164();
    }

    @Override
    public String toString() {
        return "Unread[" + id + "]";
    }
}
