package com.clinni.events.sms;

import com.clinni.events.SmsAccents;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Spells a text in GSM-7, the phone network's own alphabet, where that is wanted and possible. The
 * letters that GSM-7 has keep their accents (é, ñ, ü, à and Ç among them), the others lose them,
 * and quotation marks, dashes and the like take their plain form; names are spelled so too. A text
 * with anything that has no plain form stays as it was: it is billed as UCS-2 all the same, and its
 * accents would be given up for nothing.
 */
public final class SmsTransliteration {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** The plain forms of what does not come apart into a letter and its accent. */
    private static final Map<Integer, String> PLAIN =
            Map.ofEntries(
                    plain('·', "."),
                    plain('\u2022', "."),
                    plain('ª', "a"),
                    plain('º', "o"),
                    plain('°', "o"),
                    plain('´', "'"),
                    plain('`', "'"),
                    plain('\u2018', "'"),
                    plain('\u2019', "'"),
                    plain('\u201A', "'"),
                    plain('«', "\""),
                    plain('»', "\""),
                    plain('\u201C', "\""),
                    plain('\u201D', "\""),
                    plain('\u201E', "\""),
                    plain('\u2010', "-"),
                    plain('\u2011', "-"),
                    plain('\u2013', "-"),
                    plain('\u2014', "-"),
                    plain('\u2212', "-"),
                    plain('\u2026', "..."),
                    plain('\u00A0', " "),
                    plain('\u2009', " "),
                    plain('\u202F', " "),
                    plain('\t', " "),
                    plain('\u00AD', ""),
                    plain('\u200B', ""),
                    plain('\u0140', "l."),
                    plain('\u013F', "L."),
                    plain('œ', "oe"),
                    plain('Œ', "OE"),
                    plain('ł', "l"),
                    plain('Ł', "L"),
                    plain('đ', "d"),
                    plain('Đ', "D"),
                    plain('ð', "d"),
                    plain('Ð', "D"),
                    plain('þ', "th"),
                    plain('Þ', "Th"),
                    plain('ı', "i"));

    private SmsTransliteration() {}

    /**
     * A clinic's text as it is sent, in NFC: a letter and its accent are one character where there
     * is one for both, and are billed as one.
     *
     * @param accents what the clinic wants; a clinic that did not say keeps its accents
     */
    public static String of(String text, @Nullable SmsAccents accents) {
        var composed = composed(text);
        return accents == SmsAccents.PLAIN ? plainest(composed) : composed;
    }

    /** The characters of a clinic's text that GSM-7 lacks as it is sent, each once. */
    public static List<String> outsideGsm7(String text, @Nullable SmsAccents accents) {
        return composed(text)
                .codePoints()
                .distinct()
                .mapToObj(Character::toString)
                .filter(written -> !Gsm7.covers(of(written, accents)))
                .toList();
    }

    private static String plainest(String text) {
        if (Gsm7.covers(text)) {
            return text;
        }
        var plain = new StringBuilder();
        text.codePoints().forEach(character -> plain.append(plain(character)));
        return Gsm7.covers(plain.toString()) ? plain.toString() : text;
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static String plain(int character) {
        var written = Character.toString(character);
        if (Gsm7.covers(character)) {
            return written;
        }
        return PLAIN.getOrDefault(
                character,
                MARKS.matcher(Normalizer.normalize(written, Normalizer.Form.NFD)).replaceAll(""));
    }

    private static Map.Entry<Integer, String> plain(char character, String instead) {
        return Map.entry((int) character, instead);
    }
}
