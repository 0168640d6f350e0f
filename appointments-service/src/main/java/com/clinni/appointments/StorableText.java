package com.clinni.appointments;

import org.jspecify.annotations.Nullable;

/** Text that can be kept and shown: no U+0000, no half of a surrogate pair. */
public final class StorableText {

    private StorableText() {}

    public static boolean is(@Nullable String text) {
        return text == null || text.codePoints().noneMatch(c -> c == 0 || isHalf(c));
    }

    private static boolean isHalf(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    /** Ids of clinics, appointments and patients: safe in paths, keys and headers. */
    public static boolean isId(@Nullable String text) {
        return text != null && text.matches("[A-Za-z0-9][A-Za-z0-9._:~-]{0,63}");
    }
}
