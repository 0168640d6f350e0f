package com.clinni.whatsapp.reply;

import com.clinni.whatsapp.gateway.ChatId;
import com.clinni.whatsapp.gateway.ClientMessageId;
import com.clinni.whatsapp.message.Lease;
import com.clinni.whatsapp.send.OutgoingMessage;
import java.time.Instant;

/**
 * A committed intent to answer somebody.
 *
 * @param slot when its turn is in the line's pace
 */
record ReplyIntent(
        long id,
        int leaseEpoch,
        int attempts,
        ChatId chat,
        String text,
        ClientMessageId clientMessageId,
        Instant sendBefore,
        Instant slot,
        Lease lease)
        implements OutgoingMessage {

    @Override
    public boolean isTooLate(Instant now) {
        return !now.isBefore(sendBefore);
    }

    @Override
    public String toString() {
        return "ReplyIntent[" + id + "]";
    }
}
