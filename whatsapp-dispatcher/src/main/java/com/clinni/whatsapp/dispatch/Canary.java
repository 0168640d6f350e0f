package com.clinni.whatsapp.dispatch;

import com.clinni.whatsapp.gateway.ChatId;
import com.clinni.whatsapp.gateway.ClientMessageId;
import java.time.Instant;

/**
 * A message to a number of our own, to find out whether a line works. It says nothing about anyone.
 *
 * @param slot when its turn is in the line's pace
 */
record Canary(ChatId chat, ClientMessageId id, Instant slot, Lease lease) {

    static final String TEXT = "Clinni: prueba automática de esta línea.";

    @Override
    public String toString() {
        return "Canary[" + id.value() + "]";
    }
}
