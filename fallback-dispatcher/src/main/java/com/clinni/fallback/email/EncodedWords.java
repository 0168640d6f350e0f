package com.clinni.fallback.email;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;

/** Header text by RFC 2047: plain where it is plain, else UTF-8 words on lines of their own. */
final class EncodedWords {

    /** 45 bytes are 60 characters in base 64, so a word stays below the 75 that are allowed. */
    private static final int BYTES_IN_A_WORD = 45;

    private static final String NEXT_LINE = "\r\n ";
    private static final int LONGEST_PLAIN = 60;

    private EncodedWords() {}

    /** Text as in a subject. */
    static String of(String line) {
        return isPlain(line) && line.length() <= LONGEST_PLAIN ? line : encoded(line);
    }

    /** Text as a display name: quoted where it is plain. */
    static String phrase(String line) {
        return isPlain(line) && line.length() <= LONGEST_PLAIN
                ? '"' + line.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
                : encoded(line);
    }

    private static boolean isPlain(String line) {
        return line.chars().allMatch(c -> c >= ' ' && c < 0x7F) && !line.contains("=?");
    }

    private static String encoded(String line) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        line.codePoints()
                .mapToObj(Character::toString)
                .forEach(
                        character -> {
                            if (bytes(word + character).length > BYTES_IN_A_WORD) {
                                words.add(word.toString());
                                word.setLength(0);
                            }
                            word.append(character);
                        });
        words.add(word.toString());
        return String.join(NEXT_LINE, words.stream().map(EncodedWords::encodedWord).toList());
    }

    private static String encodedWord(String word) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes(word)) + "?=";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
