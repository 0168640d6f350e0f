package com.clinni.whatsapp.gateway;

import com.clinni.events.DeliveryState;

/** The step of the ladder that a gateway says a message has come to. */
public enum Ack {
    /** The gateway has it, and nobody else: a session that is dead without knowing says so too. */
    PENDING(DeliveryState.ACCEPTED),
    /** WhatsApp itself has it, which proves that the line works; the phone may be off for days. */
    SERVER(DeliveryState.ACCEPTED),
    DEVICE(DeliveryState.DELIVERED),
    READ(DeliveryState.READ);

    private final DeliveryState state;

    Ack(DeliveryState state) {
        this.state = state;
    }

    public DeliveryState state() {
        return state;
    }

    /** Whether WhatsApp has confirmed it. */
    public boolean isConfirmed() {
        return this != PENDING;
    }
}
