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

    /** Asks whether a number is on WhatsApp. Changes nothing, so it may be repeated. */
    Existence exists(PhoneNumber number);

    /** Asks whose number stands behind a lid. Changes nothing, so it may be repeated. */
    HiddenNumber numberBehind(String lid);

    /** Makes an id of ours for a message to come, by which the message can be looked up later. */
    NewMessageId newMessageId();

    /** Asks for the present state of the session. */
    SessionState session();

    /**
     * Asks for the present state of the session, and where that is ready also whether the gateway
     * can do what sending needs: give ids for messages to come, and look messages up. Sends
     * nothing, so it may be repeated.
     */
    SessionState inspect();

    /**
     * Looks up a send that is in doubt. The answer is this gateway's knowledge only.
     *
     * @param sentAround when the attempt began, by our clock
     */
    Reconciliation reconcile(ClientMessageId id, ChatId to, Instant sentAround);
}
