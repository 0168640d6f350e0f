package com.clinni.events.sms;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * An SMS as operators carry and bill it: cut into the segments of GSM 03.38 and 3GPP TS 23.040,
 * whose lengths {@link Encoding} gives. Neither the two septets of an extension character nor a
 * surrogate pair is cut apart, so that a segment may be shorter than it could be.
 *
 * @param encoding how every segment is carried; one character that GSM-7 lacks turns the whole text
 *     into UCS-2
 * @param units the length of the text: septets of GSM-7, where an extension character counts twice,
 *     or UTF-16 code units of UCS-2
 * @param parts the text, cut, one part for each segment that is billed; at least one, for an empty
 *     text is sent, and billed, as one
 */
public record SmsSegments(Encoding encoding, int units, List<String> parts) {

    /** An alphabet for SMS, with its longest segments in units of its own. */
    public enum Encoding {
        /** 160 septets in one segment, 153 in each of several. */
        GSM_7(160, 153),
        /** 70 UTF-16 code units in one segment, 67 in each of several. */
        UCS_2(70, 67);

        private final int alone;
        private final int joined;

        Encoding(int alone, int joined) {
            this.alone = alone;
            this.joined = joined;
        }
    }

    /** The segments of a text, which is sent exactly as it is written. */
    public static SmsSegments of(String text) {
        return Gsm7.covers(text)
                ? cut(text, Encoding.GSM_7, Gsm7::width)
                : cut(text, Encoding.UCS_2, Character::charCount);
    }

    /** How many segments are billed. */
    public int count() {
        return parts.size();
    }

    private static SmsSegments cut(String text, Encoding encoding, IntUnaryOperator width) {
        var units = text.codePoints().map(width).sum();
        return new SmsSegments(
                encoding,
                units,
                units <= encoding.alone ? List.of(text) : parts(text, encoding.joined, width));
    }

    private static List<String> parts(String text, int room, IntUnaryOperator width) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        var used = 0;
        for (var character : text.codePoints().toArray()) {
            var needed = width.applyAsInt(character);
            if (used + needed > room) {
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

    /** Names the number of segments, never the text. */
    @Override
    public String toString() {
        return "SmsSegments[" + parts.size() + "]";
    }
}
