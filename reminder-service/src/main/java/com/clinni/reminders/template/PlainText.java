package com.clinni.reminders.template;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the content of a field into one line that a text can hold unchanged. */
final class PlainText {

    /** A grapheme may pile up marks without end; nobody's name needs more than this. */
    private static final int CHARS_PER_GRAPHEME = 10;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u0085\\u00A0\\u2028\\u2029]+");

    /** Control characters, what turns the direction of reading, and what cannot be seen at all. */
    private static final Pattern INVISIBLE =
            Pattern.compile(
                    "[\\p{Cc}\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF]");

    private static final Pattern GRAPHEME = Pattern.compile("\\X");

    private PlainText() {}

    /**
     * At most that many graphemes of what was written; the last is an ellipsis where it was cut.
     */
    static String of(@Nullable String written, int graphemes) {
        if (written == null) {
            return "";
        }
        var blanked = BLANKS.matcher(written).replaceAll(" ");
        return cut(INVISIBLE.matcher(blanked).replaceAll("").strip(), graphemes);
    }

    private static String cut(String text, int graphemes) {
        var kept = new StringBuilder();
        var next = GRAPHEME.matcher(text);
        for (var count = 1; next.find(); count++) {
            var isLast = next.end() == text.length();
            if ((count == graphemes && !isLast)
                    || count > graphemes
                    || next.end() > graphemes * CHARS_PER_GRAPHEME) {
                return kept.append('…').toString();
            }
            kept.append(next.group());
        }
        return kept.toString();
    }
}
