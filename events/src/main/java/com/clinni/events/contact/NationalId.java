package com.clinni.events.contact;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognises a Spanish identity number, a DNI or a NIE. Ids travel in keys, logs and addresses,
 * where such a number must not stand: a patient's id is the clinic's own.
 */
public final class NationalId {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s./_-]");
    private static final Pattern NUMBER = Pattern.compile("[0-9XYZ][0-9]{7}[A-Z]");
    private static final String LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String FOREIGNERS = "XYZ";

    private NationalId() {}

    /** True for a number with its right check letter, in any case and however it is separated. */
    public static boolean is(@Nullable String id) {
        if (id == null) {
            return false;
        }
        var plain = SEPARATORS.matcher(id).replaceAll("").toUpperCase(java.util.Locale.ROOT);
        return NUMBER.matcher(plain).matches()
                && LETTERS.charAt(number(plain) % LETTERS.length())
                        == plain.charAt(plain.length() - 1);
    }

    /** X, Y and Z of a NIE count as 0, 1 and 2. */
    private static int number(String plain) {
        var foreigner = FOREIGNERS.indexOf(plain.charAt(0));
        var digits = plain.substring(0, plain.length() - 1);
        return Integer.parseInt(foreigner < 0 ? digits : foreigner + digits.substring(1));
    }
}
