package com.clinni.whatsapp.send;

import com.clinni.whatsapp.gateway.ChatId;
import com.clinni.whatsapp.gateway.ClientMessageId;
import com.clinni.whatsapp.message.Lease;
import java.time.Instant;

/**
 * A message that a call to the gateway sends, whatever it is: a reminder, an answer or a canary.
 */
public interface OutgoingMessage {

    ChatId chat();

    String text();

    ClientMessageId clientMessageId();

    /** How long this node may act on it. */
    Lease lease();

    /** Whether it is worth nothing any more. */
    boolean isTooLate(Instant now);
}
