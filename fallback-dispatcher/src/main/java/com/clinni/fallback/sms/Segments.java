package com.clinni.fallback.sms;

/**
 * How many billed parts a text has. GSM-7: 160 in one, 153 in each of several, extension characters
 * count two and are not cut apart. Anything else makes the whole text UCS-2: 70 and 67, and a
 * surrogate pair is not cut apart either.
 */
public final class Segments {

    private static final String BASIC =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                    + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION = "\f^{}\\[~]|€";

    private static final int GSM_SINGLE = 160;
    private static final int GSM_PART = 153;
    private static final int UCS2_SINGLE = 70;
    private static final int UCS2_PART = 67;

    private Segments() {}

    /** At least 1: an empty text is sent, and billed, as one. */
    public static int of(String text) {
        return isGsm(text)
                ? parts(text, GSM_SINGLE, GSM_PART, Segments::septets)
                : parts(text, UCS2_SINGLE, UCS2_PART, Character::charCount);
    }

    private interface Width {
        int of(int character);
    }

    private static int parts(String text, int single, int part, Width width) {
        var whole = text.codePoints().map(width::of).sum();
        if (whole <= single) {
            return 1;
        }
        var parts = 1;
        var used = 0;
        for (var character : text.codePoints().toArray()) {
            var needed = width.of(character);
            if (used + needed > part) {
                parts++;
                used = 0;
            }
            used += needed;
        }
        return parts;
    }

    private static boolean isGsm(String text) {
        return text.codePoints().allMatch(c -> BASIC.indexOf(c) >= 0 || EXTENSION.indexOf(c) >= 0);
    }

    private static int septets(int character) {
        return EXTENSION.indexOf(character) >= 0 ? 2 : 1;
    }
}
