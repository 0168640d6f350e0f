package com.clinni.events;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Version 5 of RFC 9562: the same name in the same namespace is the same id, on every node. */
public final class NameBasedUuid {

    private static final long VERSION_BITS = 0xF000L;
    private static final long VERSION_5 = 0x5000L;
    private static final long VARIANT_BITS = 0xC000_0000_0000_0000L;
    private static final long RFC_VARIANT = 0x8000_0000_0000_0000L;

    private NameBasedUuid() {}

    public static UUID of(UUID namespace, String name) {
        var sha1 = sha1();
        sha1.update(
                ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(namespace.getMostSignificantBits())
                        .putLong(namespace.getLeastSignificantBits())
                        .array());
        var hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
        return new UUID(
                (hash.getLong() & ~VERSION_BITS) | VERSION_5,
                (hash.getLong() & ~VARIANT_BITS) | RFC_VARIANT);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
