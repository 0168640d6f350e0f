package com.clinni.appointments.agenda.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as Spanish clinics and their spreadsheets write them, a time of day after them or not. */
public final class AgendaDates {

    private static final String WEEKDAY = "(?:[a-z]{2,10}\\.?,? )?";
    private static final Pattern DAY_FIRST =
            Pattern.compile(
                    WEEKDAY + "(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})(?!\\d)(?<rest>.*)");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d)(?<rest>.*)");
    private static final Pattern COMPACT =
            Pattern.compile("(20\\d{2})(\\d{2})(\\d{2})(?<rest>| .*)");
    private static final Pattern NAMED =
            Pattern.compile(
                    WEEKDAY
                            + "(\\d{1,2})[-/. ](?:de )?([a-z]{3,10})\\.?[-/. ](?:de |del )?"
                            + "(\\d{4}|\\d{2})(?!\\d)(?<rest>.*)");
    private static final Pattern SERIAL = Pattern.compile("(\\d{5})(?:[.,](\\d{1,17}))?");
    private static final Pattern OFFSET = Pattern.compile("(z|[+-]\\d{2}:?\\d{2})$");
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final int CENTURY = 2000;

    private AgendaDates() {}

    /**
     * A date.
     *
     * @param time where the same text says it
     * @param rest what else it says
     */
    public record Read(LocalDate date, @Nullable LocalTime time, String rest) {}

    /** Nothing where it is no date, or something else stands beside it. */
    public static Optional<Read> read(String written) {
        var text = ComparedText.of(written);
        var serial = SERIAL.matcher(text);
        if (serial.matches()) {
            return Optional.of(serial(serial));
        }
        return matched(DAY_FIRST.matcher(text), 3, 2, 1)
                .or(() -> matched(YEAR_FIRST.matcher(text), 1, 3, 4))
                .or(() -> matched(COMPACT.matcher(text), 1, 2, 3))
                .or(() -> named(NAMED.matcher(text)));
    }

    private static Optional<Read> matched(Matcher match, int year, int month, int day) {
        return match.matches()
                ? date(
                        match.group(year),
                        Integer.parseInt(match.group(month)),
                        match.group(day),
                        match.group("rest"))
                : Optional.empty();
    }

    private static Optional<Read> named(Matcher match) {
        if (!match.matches()) {
            return Optional.empty();
        }
        return MonthNames.number(match.group(2))
                .flatMap(month -> date(match.group(3), month, match.group(1), match.group("rest")));
    }

    private static Optional<Read> date(String year, int month, String day, String rest) {
        try {
            var number = Integer.parseInt(year);
            var date =
                    LocalDate.of(
                            year.length() == 2 ? CENTURY + number : number,
                            month,
                            Integer.parseInt(day));
            return withTime(date, rest);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Read> withTime(LocalDate date, String rest) {
        var written = rest.replaceFirst("^(t|,? )", "").strip();
        if (written.isEmpty()) {
            return rest.isBlank() ? Optional.of(new Read(date, null, "")) : Optional.empty();
        }
        if (OFFSET.matcher(written).find() || written.length() == rest.length()) {
            return Optional.empty();
        }
        return AgendaTimes.read(written).map(time -> new Read(date, time, ""));
    }

    private static Read serial(Matcher match) {
        var date = SERIAL_ZERO.plusDays(Integer.parseInt(match.group(1)));
        var part = match.group(2);
        return new Read(date, part == null ? null : AgendaTimes.ofDay("0." + part), "");
    }
}
