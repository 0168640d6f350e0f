package com.clinni.fallback.email;

import com.clinni.events.text.VisibleLine;
import java.util.regex.Pattern;

/**
 * Text that may stand in a header or a calendar line: no line can end in it, and no link is in it.
 */
final class PlainLine {

    /** Controls, line and paragraph separators, and marks that turn the direction of text. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+");

    private PlainLine() {}

    /** The text with everything forbidden turned into single blanks, cut to a length. */
    static String of(String text, int longest) {
        var blanked = FORBIDDEN.matcher(text).replaceAll(" ").replaceAll(" {2,}", " ");
        var line = VisibleLine.of(blanked);
        return line.codePointCount(0, line.length()) <= longest
                ? line
                : line.substring(0, line.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
