package com.clinni.appointments.agenda.column;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A header in its plain form: lower case, no accents, dots or articles, and every way to write
 * "number" as {@code num}. So {@code Tel. móvil} is {@code tel movil} and {@code Nº de cita} is
 * {@code num cita}.
 */
record HeaderName(String plain) {

    private static final int LONGEST = 60;
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
    private static final Pattern NUMBER =
            Pattern.compile("^(n o|no|n|num|numero|nro|nr|number) (?=[a-z])");
    private static final Set<String> ARTICLES =
            Set.of(
                    "de", "del", "la", "el", "los", "las", "les", "els", "d", "l", "da", "do", "of",
                    "the", "y", "i", "e", "eta", "and");

    static HeaderName of(String written) {
        if (written.length() > LONGEST) {
            return new HeaderName("");
        }
        var decomposed = Normalizer.normalize(written, Normalizer.Form.NFKD);
        var letters = ACCENTS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
        var words = OTHER.matcher(letters.replace("e-mail", "email")).replaceAll(" ").strip();
        var plain =
                Arrays.stream(words.split(" "))
                        .filter(word -> !ARTICLES.contains(word))
                        .collect(Collectors.joining(" "));
        return new HeaderName(NUMBER.matcher(plain).replaceFirst("num "));
    }

    /** The same without some words, or nothing if that is all it says. */
    String without(Set<String> words) {
        return Arrays.stream(plain.split(" "))
                .filter(word -> !words.contains(word))
                .collect(Collectors.joining(" "));
    }
}
