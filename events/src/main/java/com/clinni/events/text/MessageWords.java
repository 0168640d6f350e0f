package com.clinni.events.text;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The words that a message to a patient should not say, looked for in a text. */
public final class MessageWords {

    private static final WordList MEDICAL = WordList.read("medical.txt");
    private static final WordList MARKETING = WordList.read("marketing.txt");
    private static final String DEFAULT_REGION = "ES";
    private static final long MOST_TRIES = 100;

    private MessageWords() {}

    /** The first diagnosis, treatment or speciality. */
    public static Optional<TextMatch> medical(String text) {
        return MEDICAL.firstIn(text);
    }

    /** The first word that makes a message an advertisement. */
    public static Optional<TextMatch> marketing(String text) {
        return MARKETING.firstIn(text);
    }

    /** The first phone number of any country. */
    public static Optional<TextMatch> phoneNumber(String text) {
        var numbers =
                PhoneNumberUtil.getInstance()
                        .findNumbers(text, DEFAULT_REGION, Leniency.VALID, MOST_TRIES);
        return StreamSupport.stream(numbers.spliterator(), false)
                .findFirst()
                .map(number -> withoutOpenBracket(number.start(), number.rawString()));
    }

    private static TextMatch withoutOpenBracket(int start, String number) {
        return number.startsWith("(") && number.indexOf(')') < 0
                ? new TextMatch(start + 1, number.substring(1))
                : new TextMatch(start, number);
    }
}
