package com.clinni.reminders.template;

import com.clinni.events.text.VisibleLine;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns the content of a field into one line that a text can hold unchanged, and is not too long.
 */
final class PlainText {

    /** A grapheme may pile up marks without end; nobody's name needs more than this. */
    private static final int CHARS_PER_GRAPHEME = 10;

    private static final Pattern GRAPHEME = Pattern.compile("\\X");

    private PlainText() {}

    /**
     * At most that many graphemes of what was written; the last is an ellipsis where it was cut.
     */
    static String of(@Nullable String written, int graphemes) {
        if (written == null) {
            return "";
        }
        return cut(VisibleLine.of(written), graphemes);
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
