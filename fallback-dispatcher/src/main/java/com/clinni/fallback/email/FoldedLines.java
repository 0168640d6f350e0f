package com.clinni.fallback.email;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Lines of a calendar as RFC 5545 wants them, in UTF-8: at most 75 octets each, the rest on lines
 * that begin with a blank. No character is cut in two.
 */
final class FoldedLines {

    private static final int LONGEST = 75;
    private static final byte[] LINE_END = {'\r', '\n'};
    private static final byte[] FOLD = {'\r', '\n', ' '};

    private FoldedLines() {}

    /** The bytes of these lines, each of which ends in CRLF. */
    static byte[] of(String lines) {
        var folded = new ByteArrayOutputStream();
        lines.lines().forEach(line -> fold(line, folded));
        return folded.toByteArray();
    }

    private static void fold(String line, ByteArrayOutputStream folded) {
        var used = 0;
        for (var i = 0; i < line.length(); i = line.offsetByCodePoints(i, 1)) {
            var character =
                    Character.toString(line.codePointAt(i)).getBytes(StandardCharsets.UTF_8);
            if (used + character.length > LONGEST) {
                folded.writeBytes(FOLD);
                used = 1;
            }
            folded.writeBytes(character);
            used += character.length;
        }
        folded.writeBytes(LINE_END);
    }
}
