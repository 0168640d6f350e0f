package com.clinni.appointments.agenda.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a patient as an agenda writes it: "Ruiz, María" or "Dña. María Ruiz".
 *
 * @param written as it stands there, single blanks
 * @param words without titles, the given name first
 */
public record PatientName(String written, List<String> words) {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern ENDING = Pattern.compile("[.ªº]+");
    private static final Set<String> TITLES =
            Set.of(
                    "d", "da", "dn", "dna", "don", "dona", "dnya", "sr", "sra", "srta", "sres",
                    "dr", "dra", "jn", "mr", "mrs", "ms", "miss");

    public static PatientName of(String name) {
        var written = BLANKS.matcher(name).replaceAll(" ").strip();
        var comma = written.indexOf(',');
        var ordered =
                comma < 0
                        ? written
                        : written.substring(comma + 1).strip()
                                + " "
                                + written.substring(0, comma).strip();
        return new PatientName(written, withoutTitles(ordered.replace(',', ' ').strip()));
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** The name to greet with. */
    public String first() {
        return words.getFirst();
    }

    /** The name by which a patient is known again, however it was written. */
    public String plain() {
        return ComparedText.of(String.join(" ", words));
    }

    private static List<String> withoutTitles(String name) {
        var words = new ArrayList<>(Arrays.asList(name.split(" +")));
        words.removeIf(String::isEmpty);
        while (words.size() > 1 && isTitle(words.getFirst())) {
            words.removeFirst();
        }
        return List.copyOf(words);
    }

    private static boolean isTitle(String word) {
        var plain = ENDING.matcher(ComparedText.of(word)).replaceAll("");
        return TITLES.contains(plain);
    }

    @Override
    public String toString() {
        return "PatientName[…]";
    }
}
