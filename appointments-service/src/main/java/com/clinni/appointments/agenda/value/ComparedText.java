package com.clinni.appointments.agenda.value;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as it is compared: lower case, no accents, single spaces. */
public final class ComparedText {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private ComparedText() {}

    public static String of(String text) {
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        var letters = ACCENTS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
        return BLANKS.matcher(letters).replaceAll(" ").strip();
    }
}
