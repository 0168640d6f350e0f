package com.clinni.reminders.template;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A language that texts exist in. Days and months are our own words: what a JDK says differs
 * between versions, and one without locale data would silently speak English to everybody.
 */
public enum Language {
    ES(
            List.of("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
            List.of(
                    "enero",
                    "febrero",
                    "marzo",
                    "abril",
                    "mayo",
                    "junio",
                    "julio",
                    "agosto",
                    "septiembre",
                    "octubre",
                    "noviembre",
                    "diciembre"),
            "%s %d de %s de %d"),
    EN(
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
            List.of(
                    "January",
                    "February",
                    "March",
                    "April",
                    "May",
                    "June",
                    "July",
                    "August",
                    "September",
                    "October",
                    "November",
                    "December"),
            "%s %d %s %d");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final List<String> days;
    private final List<String> months;
    private final String datePattern;

    Language(List<String> days, List<String> months, String datePattern) {
        this.days = days;
        this.months = months;
        this.datePattern = datePattern;
    }

    /** Two letters, as in events and in HTML. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The language of that code, if texts exist in it. */
    public static Optional<Language> of(String code) {
        return Arrays.stream(values()).filter(language -> language.code().equals(code)).findFirst();
    }

    /** The whole date with its weekday, e.g. {@code miércoles 6 de marzo de 2030}. */
    public String date(ZonedDateTime local) {
        return String.format(
                Locale.ROOT,
                datePattern,
                days.get(local.getDayOfWeek().ordinal()),
                local.getDayOfMonth(),
                months.get(local.getMonth().ordinal()),
                local.getYear());
    }

    /**
     * The date for an SMS. The á of sábado is no letter of GSM-7, and one such letter would turn
     * the whole message into UCS-2 and double its price.
     */
    public String smsDate(ZonedDateTime local) {
        return date(local).replace('á', 'a');
    }

    /** The time of day on 24 hours, e.g. {@code 16:30}. */
    public String time(ZonedDateTime local) {
        return TIME.format(local);
    }
}
