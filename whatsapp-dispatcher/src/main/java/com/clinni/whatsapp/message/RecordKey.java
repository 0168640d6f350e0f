package com.clinni.whatsapp.message;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A record's key as the tables keep it: bytes, because their text cannot hold U+0000. */
public final class RecordKey {

    private RecordKey() {}

    public static byte @Nullable [] bytes(@Nullable String key) {
        return key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    }

    public static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }
}
