package com.clinni.appointments.agenda.value;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times of day as clinics and their spreadsheets write them. */
public final class AgendaTimes {

    private static final Pattern TIME =
            Pattern.compile(
                    "(?<hour>\\d{1,2})(?:[:.h]| h"
                            + " )(?<minute>\\d{2})(?:[:.]\\d{2}(?:[.,]\\d{1,9})?)?(?:"
                            + " ?(?:h|hs|hrs|horas|min|m))?\\.?(?: ?(?<half>[ap])\\.? ?m\\.?)?");
    private static final Pattern HOUR =
            Pattern.compile(
                    "(?<hour>\\d{1,2}) ?(?:(?:h|hs|hrs|horas)\\.?|(?<half>[ap])\\.? ?m\\.?)");
    private static final Pattern COMPACT = Pattern.compile("(?<hour>\\d{2})(?<minute>\\d{2})");

    /** A part of a day: with a comma, or with so many decimals that it is no hour and minutes. */
    private static final Pattern PART = Pattern.compile("0(?:,\\d{1,17}|\\.\\d|\\.\\d{3,17})");

    private static final Duration DAY = Duration.ofDays(1);
    private static final int NOON = 12;

    private AgendaTimes() {}

    public static Optional<LocalTime> read(String written) {
        var text = ComparedText.of(written);
        if (PART.matcher(text).matches()) {
            return Optional.of(ofDay(text.replace(',', '.')));
        }
        var time = TIME.matcher(text);
        if (time.matches()) {
            return at(time, time.group("minute"), time.group("half"));
        }
        var hour = HOUR.matcher(text);
        if (hour.matches()) {
            return at(hour, "0", hour.group("half"));
        }
        var compact = COMPACT.matcher(text);
        return compact.matches() ? at(compact, compact.group("minute"), null) : Optional.empty();
    }

    /** The time at a part of a day, to the minute: a spreadsheet's parts are rounded. */
    static LocalTime ofDay(String part) {
        var minutes = Math.round(Double.parseDouble(part) * DAY.toMinutes());
        return LocalTime.MIN.plusMinutes(Math.min(minutes, DAY.toMinutes() - 1));
    }

    private static Optional<LocalTime> at(Matcher match, String minute, @Nullable String half) {
        var hour = Integer.parseInt(match.group("hour"));
        if ("a".equals(half) && hour > NOON) {
            return Optional.empty();
        }
        var isAfternoon = "p".equals(half);
        var ofDay = half == null || hour > NOON ? hour : hour % NOON + (isAfternoon ? NOON : 0);
        try {
            return Optional.of(LocalTime.of(ofDay, Integer.parseInt(minute)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
