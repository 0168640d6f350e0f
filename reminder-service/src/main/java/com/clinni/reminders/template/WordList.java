package com.clinni.reminders.template;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words of all languages that are looked for in texts, whatever their case and accents. A file has
 * one in each line; an asterisk stands for any ending.
 */
final class WordList {

    private final Pattern words;

    private WordList(Pattern words) {
        this.words = words;
    }

    static WordList read(String file) {
        var alternatives =
                Arrays.stream(ResourceText.read(file).split("\n"))
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .map(WordList::pattern)
                        .collect(Collectors.joining("|"));
        return new WordList(Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + alternatives + ")"));
    }

    private static String pattern(String line) {
        var word = Folded.of(line).text();
        return word.endsWith("*")
                ? Pattern.quote(word.substring(0, word.length() - 1))
                : Pattern.quote(word) + "(?![\\p{L}\\p{N}])";
    }

    /** Where the first of them begins. */
    OptionalInt firstIn(String text) {
        var folded = Folded.of(text);
        var found = words.matcher(folded.text());
        return found.find() ? OptionalInt.of(folded.origins()[found.start()]) : OptionalInt.empty();
    }

    /** A text in small letters without accents, and where each of its letters stood. */
    private record Folded(String text, int[] origins) {

        static Folded of(String text) {
            var letters = new StringBuilder();
            var origins = new int[text.length()];
            for (var i = 0; i < text.length(); i++) {
                var plain = Normalizer.normalize(text.substring(i, i + 1), Normalizer.Form.NFD);
                var letter = Character.toLowerCase(plain.charAt(0));
                if (Character.getType(letter) != Character.NON_SPACING_MARK
                        && Character.getType(letter) != Character.FORMAT) {
                    origins[letters.length()] = i;
                    letters.append(letter);
                }
            }
            return new Folded(letters.toString(), origins);
        }
    }
}
