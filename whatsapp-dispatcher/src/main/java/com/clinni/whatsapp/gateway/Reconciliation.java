package com.clinni.whatsapp.gateway;

import com.clinni.events.DeliveryState;

/** What a look-up says about a send in doubt. */
public sealed interface Reconciliation {

    /**
     * The gateway has it.
     *
     * @param state ACCEPTED, DELIVERED or READ
     */
    record Found(String gatewayMessageId, DeliveryState state) implements Reconciliation {}

    /** The look-up works, the session is ready, and the message is not there. */
    record ProvedAbsent() implements Reconciliation {}

    /** No answer that proves anything. */
    record Unknown() implements Reconciliation {}
}
