package com.clinni.fallback.message;

import com.clinni.events.NameBasedUuid;
import java.util.UUID;

/** Names of rows that follow from what they are about, so that a repeat is recognised. */
public final class MessageId {

    private static final UUID NAMESPACE = UUID.fromString("6f1c7a5e-40c2-5a0e-9b59-5d3f3a0c7e11");

    private MessageId() {}

    /** One death of one generation of a message on one channel (or topic). */
    public static UUID of(UUID reminderId, String where, int generation) {
        return NameBasedUuid.of(NAMESPACE, reminderId + ":" + where + ":" + generation);
    }

    /** A record that says too little about itself: its place is its name. */
    public static UUID ofRecord(String topic, int partition, long offset) {
        return NameBasedUuid.of(NAMESPACE, topic + ":" + partition + ":" + offset);
    }
}
