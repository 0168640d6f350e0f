package com.clinni.events.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * A text in small letters without accents, invisible characters and other spellings of a letter,
 * and where each of its letters stood.
 */
record FoldedText(String written, String letters, List<Integer> origins) {

    static FoldedText of(String written) {
        var letters = new StringBuilder(written.length());
        var origins = new ArrayList<Integer>(written.length());
        for (var i = 0; i < written.length(); i++) {
            var plain = Normalizer.normalize(written.substring(i, i + 1), Normalizer.Form.NFKD);
            for (var j = 0; j < plain.length(); j++) {
                var letter = plain.charAt(j);
                if (!isInvisible(letter)) {
                    letters.append(Character.toLowerCase(letter));
                    origins.add(i);
                }
            }
        }
        return new FoldedText(written, letters.toString(), List.copyOf(origins));
    }

    private static boolean isInvisible(char letter) {
        var type = Character.getType(letter);
        return type == Character.NON_SPACING_MARK || type == Character.FORMAT;
    }

    /** The original text from one folded letter to before another. */
    TextMatch match(int start, int end) {
        var first = origins.get(start);
        return new TextMatch(first, written.substring(first, origins.get(end - 1) + 1));
    }

    /** Says nothing: texts stay out of logs. */
    @Override
    public String toString() {
        return "FoldedText[…]";
    }
}
