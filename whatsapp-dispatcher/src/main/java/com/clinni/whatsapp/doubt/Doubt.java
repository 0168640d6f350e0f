package com.clinni.whatsapp.doubt;

import com.clinni.whatsapp.gateway.ChatId;
import com.clinni.whatsapp.gateway.ClientMessageId;
import java.time.Instant;
import java.util.UUID;

/** A message that may have been sent. */
record Doubt(
        UUID reminderId,
        int generation,
        int leaseEpoch,
        String line,
        ChatId chat,
        ClientMessageId clientMessageId,
        Instant sendingSince,
        Instant since) {

    @Override
    public String toString() {
        return "Doubt[" + reminderId + "]";
    }
}
