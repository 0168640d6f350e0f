package com.clinni.reminders.sms;

import java.text.Normalizer;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a text with letters of GSM-7 where that can be read: á becomes a, é and ñ may stay. */
public final class CheapLetters {

    private static final Map<Integer, String> SPELLINGS =
            Map.ofEntries(
                    Map.entry((int) '’', "'"),
                    Map.entry((int) '‘', "'"),
                    Map.entry((int) '“', "\""),
                    Map.entry((int) '”', "\""),
                    Map.entry((int) '«', "\""),
                    Map.entry((int) '»', "\""),
                    Map.entry((int) '–', "-"),
                    Map.entry((int) '—', "-"),
                    Map.entry((int) '…', "..."),
                    Map.entry((int) '·', "."),
                    Map.entry((int) 'ª', "a"),
                    Map.entry((int) 'º', "o"),
                    Map.entry((int) '\u00A0', " "));

    private CheapLetters() {}

    /** What has no such spelling stays as it is. */
    public static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .mapToObj(CheapLetters::spelling)
                .collect(Collectors.joining());
    }

    private static String spelling(int letter) {
        if (Gsm7.has(letter)) {
            return Character.toString(letter);
        }
        var plain = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD);
        return SPELLINGS.getOrDefault(
                letter,
                Gsm7.has(plain.codePointAt(0))
                        ? Character.toString(plain.codePointAt(0))
                        : Character.toString(letter));
    }
}
