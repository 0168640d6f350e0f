package com.clinni.appointments.outbox;

import org.apache.kafka.common.errors.RecordTooLargeException;

/** Kafka has not acknowledged in time. */
class BrokerAway extends RuntimeException {

    private static final long serialVersionUID = 1;

    BrokerAway(Exception cause) {
        super("Kafka has not acknowledged in time", cause);
    }

    /** Whether the broker is there, but will never take this record. */
    boolean isAboutSize() {
        return getCause().getCause() instanceof RecordTooLargeException;
    }
}
