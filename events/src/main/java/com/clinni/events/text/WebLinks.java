package com.clinni.events.text;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses of the web in a text, and whatever a phone would take for one. */
public final class WebLinks {

    /** Repetitions are bounded: a name of ten thousand dots must not exhaust the stack. */
    private static final Pattern LINK =
            Pattern.compile(
                    "\\b(?:https?|ftp)://\\S*|\\bwww\\.\\S*|\\bwa\\.me\\b\\S*"
                        + "|(?<![@\\w.-])(?:[a-z0-9-]{1,63}\\.){1,30}(?:com|net|org|info|biz|es|cat|gal|eus|eu|io"
                        + "|me|ly|co|gl|app|link|site|shop|store|top|xyz|online|website|web|click|club"
                        + "|vip|live|space|icu|mobi|tk|ml|ru|cn|uk|fr|pt|tv|cc)\\b(?:[/?#:]\\S*)?");

    private static final Pattern WHAT_MAKES_A_LINK = Pattern.compile("://|\\.");

    private WebLinks() {}

    /** The first one. */
    public static Optional<TextMatch> firstIn(String text) {
        var folded = FoldedText.of(text);
        var found = LINK.matcher(folded.letters());
        return found.find()
                ? Optional.of(folded.match(found.start(), found.end()))
                : Optional.empty();
    }

    /** The same words with blanks where links had dots: to be read, and not to be tapped. */
    public static String broken(String text) {
        var folded = FoldedText.of(text);
        var links = LINK.matcher(folded.letters());
        var words = new StringBuilder();
        var done = 0;
        while (links.find()) {
            var link = folded.match(links.start(), links.end());
            words.append(text, done, link.start()).append(broken(link));
            done = link.end();
        }
        return words.append(text, done, text.length()).toString();
    }

    private static String broken(TextMatch link) {
        var plain = Normalizer.normalize(link.words(), Normalizer.Form.NFKC);
        return WHAT_MAKES_A_LINK.matcher(plain).replaceAll(" ");
    }
}
