package com.clinni.appointments.outbox;

/** Kafka has not acknowledged in time. */
class BrokerAway extends RuntimeException {

    private static final long serialVersionUID = 1;

    BrokerAway(Exception cause) {
        super("Kafka has not acknowledged in time", cause);
    }
}
