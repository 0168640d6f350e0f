package com.clinni.whatsapp.inbound;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The clauses of a message in plain words, one blank between two: without case, accents, signs and
 * what nobody sees. A word that is said twice stands once.
 */
final class Clauses {

    private static final Pattern APOSTROPHES = Pattern.compile("[’‘`´ʼ]");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{M}\\p{Cf}]");

    /** Catalan's l·l, however it is typed. */
    private static final Pattern DOUBLE_L = Pattern.compile("(?<=l)[·ˑ•‧∙.-](?=l)");

    private static final Pattern NOT = Pattern.compile("(?<=n)'(?=t\\b)");
    private static final Pattern BLANKS = Pattern.compile("[\\h'\"“”«»*_~/\u2010\u2011-]+");
    private static final Pattern SIGNS = Pattern.compile("[^a-z0-9 ]+");
    private static final Pattern CONJUNCTIONS = WordTable.named("conjunctions").words();
    private static final Pattern REPEATED = Pattern.compile("\\b([a-z0-9]+)(?: +\\1\\b)+");

    private Clauses() {}

    static List<String> of(String text) {
        var words = BLANKS.matcher(spelled(text)).replaceAll(" ");
        var marked = SIGNS.matcher(words).replaceAll("\n");
        var parted = CONJUNCTIONS.matcher(marked).replaceAll("\n");
        return REPEATED.matcher(parted).replaceAll("$1").lines().map(String::strip).toList();
    }

    /** In plain letters, with its signs. */
    static String spelled(String text) {
        var apostrophes = APOSTROPHES.matcher(text).replaceAll("'");
        var letters = Normalizer.normalize(apostrophes, Normalizer.Form.NFKD);
        var plain = UNSEEN.matcher(letters).replaceAll("").toLowerCase(Locale.ROOT);
        var doubled = DOUBLE_L.matcher(plain).replaceAll("");
        return NOT.matcher(doubled).replaceAll("");
    }
}
