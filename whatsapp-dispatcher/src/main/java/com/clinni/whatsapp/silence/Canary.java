package com.clinni.whatsapp.silence;

import com.clinni.whatsapp.gateway.ChatId;
import com.clinni.whatsapp.gateway.ClientMessageId;
import com.clinni.whatsapp.message.Lease;
import com.clinni.whatsapp.send.OutgoingMessage;
import java.time.Instant;

/**
 * A message to a number of our own, to find out whether a line works. It says nothing about anyone.
 *
 * @param slot when its turn is in the line's pace
 */
record Canary(ChatId chat, ClientMessageId clientMessageId, Instant slot, Lease lease)
        implements OutgoingMessage {

    static final String TEXT = "Clinni: prueba automática de esta línea.";

    @Override
    public String text() {
        return TEXT;
    }

    /** A canary is late by nobody's measure. */
    @Override
    public boolean isTooLate(Instant now) {
        return false;
    }

    @Override
    public String toString() {
        return "Canary[" + clientMessageId.value() + "]";
    }
}
