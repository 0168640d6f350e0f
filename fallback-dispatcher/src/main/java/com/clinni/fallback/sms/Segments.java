package com.clinni.fallback.sms;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * A text as operators carry and bill it. GSM-7: 160 septets in one part, 153 in each of several,
 * and an extension character's two are not cut apart. Anything else makes the whole text UCS-2: 70
 * and 67, and a surrogate pair is not cut apart either.
 *
 * @param isGsm whether it is carried in GSM-7
 * @param parts the text, cut; at least one, for an empty text is sent, and billed, as one
 */
public record Segments(boolean isGsm, List<String> parts) {

    private static final int GSM_SINGLE = 160;
    private static final int GSM_PART = 153;
    private static final int UCS2_SINGLE = 70;
    private static final int UCS2_PART = 67;

    /** How many are billed. */
    public static int of(String text) {
        return cut(text).parts().size();
    }

    /** The parts that are billed. */
    public static Segments cut(String text) {
        return Gsm7.covers(text)
                ? new Segments(true, parts(text, GSM_SINGLE, GSM_PART, Gsm7::width))
                : new Segments(false, parts(text, UCS2_SINGLE, UCS2_PART, Character::charCount));
    }

    private static List<String> parts(
            String text, int single, int several, IntUnaryOperator width) {
        if (text.codePoints().map(width).sum() <= single) {
            return List.of(text);
        }
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        var used = 0;
        for (var character : text.codePoints().toArray()) {
            var needed = width.applyAsInt(character);
            if (used + needed > several) {
                parts.add(part.toString());
                part.setLength(0);
                used = 0;
            }
            part.appendCodePoint(character);
            used += needed;
        }
        parts.add(part.toString());
        return List.copyOf(parts);
    }

    /** Not the text. */
    @Override
    public String toString() {
        return "Segments[" + parts.size() + "]";
    }
}
