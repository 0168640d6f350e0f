package com.clinni.whatsapp.gateway;

/** The answer of a look-up about a send in doubt. */
public sealed interface Reconciliation {

    /** The gateway has it, and it came so far. */
    record Found(String gatewayMessageId, Ack ack) implements Reconciliation {}

    /** The gateway took it, and WhatsApp then refused it. */
    record Failed(NotSentReason reason) implements Reconciliation {}

    /** The look-up works, the session is ready, and the message is not there. */
    record ProvedAbsent() implements Reconciliation {}

    /** The gateway does not let us ask. */
    record CredentialsRefused() implements Reconciliation {}

    /** No answer that proves anything. */
    record Unknown() implements Reconciliation {}
}
