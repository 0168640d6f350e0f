package com.clinni.whatsapp.gateway;

import com.clinni.events.contact.PhoneNumber;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * A WhatsApp HTTP gateway with one session. Never throws for a delivery problem: the answer says
 * it. No call takes longer than the time limits it was made with.
 */
public interface WhatsAppGateway {

    /**
     * Sends once; nothing in here may send a second time.
     *
     * @param mayLeave asked when the connection is there, right before the message is written; when
     *     it says no the message is not sent, and the outcome says so
     */
    SendOutcome send(ChatId to, String text, ClientMessageId id, BooleanSupplier mayLeave);

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
