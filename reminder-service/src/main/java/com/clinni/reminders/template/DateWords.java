package com.clinni.reminders.template;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * The words and the order in which a language writes a date. They come from files of ours, because
 * the JDK's differ between versions, and a JDK without locale data would write English everywhere.
 */
record DateWords(List<String> days, List<String> months, String pattern) {

    private static final int DAYS = 7;
    private static final int MONTHS = 12;

    DateWords {
        if (days.size() != DAYS || months.size() != MONTHS || pattern == null) {
            throw new IllegalStateException("A language needs 7 days, 12 months and a date.");
        }
    }

    static DateWords of(String language) {
        var words = new Properties();
        try {
            words.load(
                    new StringReader(
                            ResourceText.read("/languages/%s.properties".formatted(language))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new DateWords(
                list(words.getProperty("days", "")),
                list(words.getProperty("months", "")),
                words.getProperty("date"));
    }

    String date(ZonedDateTime local) {
        return String.format(
                Locale.ROOT,
                pattern,
                days.get(local.getDayOfWeek().ordinal()),
                local.getDayOfMonth(),
                months.get(local.getMonth().ordinal()),
                local.getYear());
    }

    /** Words are set apart by blanks; an underscore is a blank within one. */
    private static List<String> list(String words) {
        return Arrays.stream(words.split(" ")).map(word -> word.replace('_', ' ')).toList();
    }
}
