package com.clinni.reminders.sms;

import java.util.function.IntUnaryOperator;

/**
 * What a text is billed as.
 *
 * @param units septets of GSM-7, where a letter of its extension counts twice, or UTF-16 units of
 *     UCS-2
 * @param segments of 160 septets, or 153 where there are several; of 70 units, or 67
 */
public record SmsSize(Encoding encoding, int units, int segments) {

    /** How the letters travel. One that GSM-7 does not have turns the whole text into UCS-2. */
    public enum Encoding {
        GSM_7(160, 153),
        UCS_2(70, 67);

        private final int alone;
        private final int joined;

        Encoding(int alone, int joined) {
            this.alone = alone;
            this.joined = joined;
        }
    }

    /** Counts as the network does: neither an escaped letter nor a surrogate pair is cut in two. */
    public static SmsSize of(String text) {
        return text.codePoints().allMatch(Gsm7::has)
                ? of(text, Encoding.GSM_7, Gsm7::septets)
                : of(text, Encoding.UCS_2, Character::charCount);
    }

    private static SmsSize of(String text, Encoding encoding, IntUnaryOperator sizeOf) {
        var sizes = text.codePoints().map(sizeOf).toArray();
        var units = 0;
        var segments = 1;
        var used = 0;
        for (var size : sizes) {
            units += size;
            if (used + size > encoding.joined) {
                segments++;
                used = 0;
            }
            used += size;
        }
        return new SmsSize(encoding, units, units <= encoding.alone ? 1 : segments);
    }
}
