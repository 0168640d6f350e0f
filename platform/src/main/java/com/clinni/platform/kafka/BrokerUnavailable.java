package com.clinni.platform.kafka;

/**
 * The failure of a broker to acknowledge in time. Its message says what kind of trouble it was, and
 * never what was sent.
 */
public final class BrokerUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public BrokerUnavailable(Throwable cause) {
        super("Kafka did not acknowledge: " + cause.getClass().getSimpleName());
    }
}
