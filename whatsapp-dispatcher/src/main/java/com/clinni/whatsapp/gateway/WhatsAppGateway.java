package com.clinni.whatsapp.gateway;

import com.clinni.events.contact.PhoneNumber;
import java.time.Instant;

/**
 * One WhatsApp HTTP gateway with one session. Never throws for a delivery problem: the answer says
 * it. No call takes longer than the time limits it was made with.
 */
public interface WhatsAppGateway {

    /** Sends once; nothing in here may send a second time. */
    SendOutcome send(ChatId to, String text, ClientMessageId id);

    /** Whether a number is on WhatsApp. May be asked again without harm. */
    Existence exists(PhoneNumber number);

    /** An id of our own for a message to come, by which it can be looked up later. */
    NewMessageId newMessageId();

    /** How the session is now. */
    SessionState session();

    /**
     * What became of a send we are unsure of, as far as this gateway can tell.
     *
     * @param sentAround when the attempt began
     */
    Reconciliation reconcile(ClientMessageId id, ChatId to, Instant sentAround);
}
