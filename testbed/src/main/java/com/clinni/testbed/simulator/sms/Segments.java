package com.clinni.testbed.simulator.sms;

import java.util.HashSet;
import java.util.Set;

/**
 * Counts the parts that the phone network bills for a text, independently of the system's own
 * counting.
 */
final class Segments {

    private static final Set<Integer> BASIC =
            codePoints(
                    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");
    private static final Set<Integer> ESCAPED = codePoints("\f^{}\\[~]|€");

    private Segments() {}

    static int of(String text) {
        for (var codePoint : text.codePoints().toArray()) {
            if (!BASIC.contains(codePoint) && !ESCAPED.contains(codePoint)) {
                return wide(text);
            }
        }
        if (septets(text) <= 160) {
            return 1;
        }
        return narrowParts(text);
    }

    private static int septets(String text) {
        return text.codePoints().map(c -> ESCAPED.contains(c) ? 2 : 1).sum();
    }

    /** An escaped character is not cut in two: it moves to the next part. */
    private static int narrowParts(String text) {
        return parts(text.codePoints().map(c -> ESCAPED.contains(c) ? 2 : 1).toArray(), 153);
    }

    /** UCS-2; a surrogate pair is not cut in two either. */
    private static int wide(String text) {
        return text.length() <= 70
                ? 1
                : parts(text.codePoints().map(Character::charCount).toArray(), 67);
    }

    private static int parts(int[] sizes, int room) {
        var parts = 1;
        var used = 0;
        for (var size : sizes) {
            if (used + size > room) {
                parts++;
                used = 0;
            }
            used += size;
        }
        return parts;
    }

    private static Set<Integer> codePoints(String characters) {
        var points = new HashSet<Integer>();
        characters.codePoints().forEach(points::add);
        return Set.copyOf(points);
    }
}
