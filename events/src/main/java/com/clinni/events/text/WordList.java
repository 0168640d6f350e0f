package com.clinni.events.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
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

    /** A missing file is a broken build, and nothing must start with it. */
    static WordList read(String file) {
        try (var in = WordList.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The list %s is missing.".formatted(file));
            }
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The list %s cannot be read.".formatted(file), e);
        }
    }

    private static WordList of(String lines) {
        var alternatives =
                Arrays.stream(lines.split("\n"))
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .map(WordList::pattern)
                        .collect(Collectors.joining("|"));
        return new WordList(Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + alternatives + ")"));
    }

    private static String pattern(String line) {
        var word = FoldedText.of(line).letters();
        return word.endsWith("*")
                ? Pattern.quote(word.substring(0, word.length() - 1)) + "[\\p{L}\\p{N}]*+"
                : Pattern.quote(word) + "(?![\\p{L}\\p{N}])";
    }

    /** The first of them. */
    Optional<TextMatch> firstIn(String text) {
        var folded = FoldedText.of(text);
        var found = words.matcher(folded.letters());
        return found.find()
                ? Optional.of(folded.match(found.start(), found.end()))
                : Optional.empty();
    }
}
