package com.clinni.whatsapp.intake;

import com.clinni.events.MessageReady;
import com.clinni.events.kafka.CloudEventHeaders;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A readable message and the record it came in. */
record Arrival(MessageReady message, ConsumerRecord<String, byte[]> record) {

    int generation() {
        return CloudEventHeaders.generation(record.headers());
    }

    /** Of two arrivals of one message the newer generation counts. */
    static Arrival newer(Arrival one, Arrival other) {
        return other.generation() > one.generation() ? other : one;
    }
}
