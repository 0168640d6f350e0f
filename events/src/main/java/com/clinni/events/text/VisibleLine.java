package com.clinni.events.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The content of a field as one line that a message can hold unchanged: nothing invisible, each
 * letter one character (NFC), and of a link the words, which no phone makes a link of.
 */
public final class VisibleLine {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u0085\\u00A0\\u2028\\u2029]+");

    /** Control characters, what turns the direction of reading, and what cannot be seen at all. */
    private static final Pattern INVISIBLE =
            Pattern.compile(
                    "[\\p{Cc}\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF]");

    private VisibleLine() {}

    /** The part of a text that is to be read; empty when there is none. */
    public static String of(String written) {
        var blanked = BLANKS.matcher(written).replaceAll(" ");
        var visible = INVISIBLE.matcher(blanked).replaceAll("").strip();
        return WebLinks.broken(Normalizer.normalize(visible, Normalizer.Form.NFC));
    }
}
