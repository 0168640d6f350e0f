package com.clinni.appointments.agenda;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Dates and times of day as Spanish clinics write them. */
final class AgendaTimes {

    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2})[:.h](\\d{2})(?:[:.]\\d{2})?(?:\\s*h)?");
    private static final int CENTURY = 2000;

    private AgendaTimes() {}

    static Optional<LocalDate> date(String written) {
        var text = written.strip();
        var dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            var year = number(dayFirst, 3);
            return date(
                    dayFirst.group(3).length() == 2 ? CENTURY + year : year,
                    number(dayFirst, 2),
                    number(dayFirst, 1));
        }
        var yearFirst = YEAR_FIRST.matcher(text);
        return yearFirst.matches()
                ? date(number(yearFirst, 1), number(yearFirst, 2), number(yearFirst, 3))
                : Optional.empty();
    }

    static Optional<LocalTime> time(String written) {
        var matcher = TIME.matcher(written.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalTime.of(number(matcher, 1), number(matcher, 2)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }
}
