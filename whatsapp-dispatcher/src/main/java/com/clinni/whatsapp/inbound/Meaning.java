package com.clinni.whatsapp.inbound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The meaning of a message, as far as a list of words tells: case, accents and punctuation do not
 * count. Opting out takes the whole message; not coming may stand anywhere in a short one.
 */
enum Meaning {
    OPT_OUT,
    NOT_COMING,
    ANYTHING;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTER = Pattern.compile("[^a-z0-9]+");
    private static final int WORDS_AT_MOST = 40;
    private static final Set<String> NEGATIONS = Set.of("no", "non", "ez", "not");
    private static final Set<String> OPT_OUTS = Set.copyOf(words("opt-out"));
    private static final List<String> NOT_COMINGS = words("cancel");

    static Meaning of(String text) {
        var plain = plain(text);
        if (OPT_OUTS.contains(plain)) {
            return OPT_OUT;
        }
        var isShort = plain.split(" ").length <= WORDS_AT_MOST;
        return isShort && NOT_COMINGS.stream().anyMatch(words -> isSaid(words, plain))
                ? NOT_COMING
                : ANYTHING;
    }

    /** Whole words, and no "no" right before them. */
    private static boolean isSaid(String words, String plain) {
        var at = (" " + plain + " ").indexOf(" " + words + " ");
        if (at < 0) {
            return false;
        }
        var before = plain.substring(0, at).strip();
        return !NEGATIONS.contains(before.substring(before.lastIndexOf(' ') + 1));
    }

    private static String plain(String text) {
        var bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return NO_LETTER.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    private static List<String> words(String name) {
        var file = "/words/" + name + ".txt";
        try (var in = Meaning.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Meaning::plain)
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
