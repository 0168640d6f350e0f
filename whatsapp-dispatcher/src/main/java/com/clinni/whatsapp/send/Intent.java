package com.clinni.whatsapp.send;

import com.clinni.whatsapp.gateway.ChatId;
import com.clinni.whatsapp.gateway.ClientMessageId;
import com.clinni.whatsapp.message.Lease;
import com.clinni.whatsapp.message.MessageFacts;
import com.clinni.whatsapp.message.Messages;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A committed intent to send: everything the call needs, and what proves that it is still ours. */
record Intent(
        UUID reminderId,
        int generation,
        int leaseEpoch,
        int attempts,
        ChatId chat,
        String text,
        ClientMessageId clientMessageId,
        Instant dueAt,
        Instant sendBefore,
        Lease lease)
        implements OutgoingMessage {

    /** Its message as it is now, unless it was settled. */
    Optional<MessageFacts> read(Messages messages) {
        return messages.underWay(reminderId, generation, leaseEpoch);
    }

    @Override
    public boolean isTooLate(Instant now) {
        return !now.isBefore(sendBefore);
    }

    @Override
    public String toString() {
        return "Intent[" + reminderId + "]";
    }
}
