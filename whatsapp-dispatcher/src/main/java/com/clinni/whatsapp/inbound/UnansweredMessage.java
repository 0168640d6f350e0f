package com.clinni.whatsapp.inbound;

import com.clinni.events.contact.PhoneNumber;
import com.clinni.whatsapp.gateway.ChatId;
import com.clinni.whatsapp.gateway.InboundMessage;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A message that somebody wrote and nobody has looked at, with what must be known to answer it.
 *
 * @param message as it came; its number is the one that we write to, under which we know the sender
 * @param numbers all that we write to in the sender's chat, each written differently
 * @param quoted the reminder that it answers
 * @param repeated whether the same words came from the same number a moment ago
 * @param ours whether these are our own words sent back
 * @param editsTask whether it words anew what became a task before
 * @param optedOut whether that number wants to hear nothing more
 */
record UnansweredMessage(
        long id,
        String line,
        InboundMessage message,
        Set<String> numbers,
        Instant receivedAt,
        @Nullable UUID quoted,
        boolean repeated,
        boolean ours,
        boolean editsTask,
        boolean optedOut) {

    /** The number of somebody who is known. */
    PhoneNumber phone() {
        return Objects.requireNonNull(message.phone(), "a hidden number");
    }

    /** Where somebody who is known is answered. */
    ChatId chat() {
        return Objects.requireNonNull(message.chat(), "a hidden chat");
    }

    @Nullable String lid() {
        return message.lid();
    }

    String text() {
        return message.text();
    }

    /** Every message is dated when it is kept. */
    Instant writtenAt() {
        return Objects.requireNonNull(message.at(), "an undated message");
    }

    /** Whether it words anew what became a task, now or before. */
    boolean editsTask(Set<String> tasksHere) {
        return message.editedId() != null && (editsTask || tasksHere.contains(originalKey()));
    }

    /** Which message it was at first, of which line. */
    String originalKey() {
        var edited = message.editedId();
        return line + " " + (edited == null ? message.messageId() : edited);
    }

    /** When it was worded anew, if it was. */
    @Nullable Instant editedAt() {
        return message.editedId() == null ? null : receivedAt;
    }

    /** Whether we know who it was and where to answer. */
    boolean isKnown() {
        return message.phone() != null && message.chat() != null;
    }

    /** Whose chat with which line it stands in. */
    String chatKey() {
        return line + " " + phone().e164();
    }

    /** The same for every number that is written to in this chat. */
    Set<String> chatKeys() {
        return numbers.stream().map(n -> line + " " + n).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String toString() {
        return "UnansweredMessage[" + id + "]";
    }
}
