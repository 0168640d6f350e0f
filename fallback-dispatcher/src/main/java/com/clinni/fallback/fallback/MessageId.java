package com.clinni.fallback.fallback;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Names of rows that follow from what they are about, so that a repeat is recognised. */
public final class MessageId {

    private static final UUID NAMESPACE = UUID.fromString("6f1c7a5e-40c2-5a0e-9b59-5d3f3a0c7e11");

    private MessageId() {}

    /** One death of one generation of a message on one channel (or topic). */
    public static UUID of(UUID reminderId, String where, int generation) {
        return nameBased(reminderId + ":" + where + ":" + generation);
    }

    /** A record that says too little about itself: its place is its name. */
    public static UUID ofRecord(String topic, int partition, long offset) {
        return nameBased(topic + ":" + partition + ":" + offset);
    }

    /** RFC 9562, version 5. */
    private static UUID nameBased(String name) {
        try {
            var sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(
                    ByteBuffer.allocate(16)
                            .putLong(NAMESPACE.getMostSignificantBits())
                            .putLong(NAMESPACE.getLeastSignificantBits())
                            .flip());
            var hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
            return new UUID(
                    (hash.getLong() & ~0xF000L) | 0x5000L,
                    (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
