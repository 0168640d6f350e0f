package com.clinni.whatsapp.dispatch;

import com.clinni.whatsapp.gateway.ChatId;
import com.clinni.whatsapp.gateway.ClientMessageId;
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
        Lease lease) {

    @Override
    public String toString() {
        return "ReplyIntent[" + id + "]";
    }
}
