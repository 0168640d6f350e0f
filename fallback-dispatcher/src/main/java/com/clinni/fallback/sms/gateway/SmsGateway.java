package com.clinni.fallback.sms.gateway;

import com.clinni.fallback.provider.SendOutcome;

/** An SMS provider. Never throws for a delivery problem: the outcome says it. */
public interface SmsGateway {

    /**
     * Sends an SMS once, within the adapter's configured time limit. A provider that knows the
     * reference already must not send it again.
     */
    SendOutcome send(Sms sms);

    /**
     * Asks the provider what became of a send that is in doubt. Changes nothing, so it may be
     * repeated.
     *
     * @param reference the {@link Sms#reference()} of that send
     */
    Lookup lookup(String reference);

    /** Keeps the connection open on which receipts arrive. Called at the start and at intervals. */
    default void keepReady() {}

    /** Closes open connections. */
    default void close() {}

    /** The provider's answer about a reference. */
    sealed interface Lookup {

        /** The provider has the message. */
        record Found(String providerId) implements Lookup {}

        /** The provider never had the message, so it was certainly not sent. */
        record Absent() implements Lookup {}

        /** The provider could not tell, or did not answer. */
        record Unknown(String observation) implements Lookup {}
    }
}
