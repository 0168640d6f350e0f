package com.clinni.platform.kafka;

/** The broker did not acknowledge in time. Says what kind of trouble, never what was sent. */
public final class BrokerUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public BrokerUnavailable(Throwable cause) {
        super("Kafka did not acknowledge: " + cause.getClass().getSimpleName());
    }
}
