package com.clinni.reminders.template;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A language in which there are texts and date words. */
public enum Language {
    ES,
    CA,
    GL,
    EU,
    EN;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final DateWords words = DateWords.of(code());

    /** Two letters, as in events and in HTML. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The language of that code, if texts exist in it. */
    public static Optional<Language> of(@Nullable String code) {
        return Arrays.stream(values()).filter(language -> language.code().equals(code)).findFirst();
    }

    /** The whole date with its weekday, e.g. {@code miércoles 6 de marzo de 2030}. */
    public String date(ZonedDateTime local) {
        return words.date(local);
    }

    /**
     * The date for an SMS. Neither the á of sábado nor the ç of març is a letter of GSM-7, and one
     * such letter would turn the whole message into UCS-2 and double its price.
     */
    public String smsDate(ZonedDateTime local) {
        return date(local).replace('á', 'a').replace('ç', 'c');
    }

    /** The time of day on 24 hours, e.g. {@code 16:30}. */
    public String time(ZonedDateTime local) {
        return TIME.format(local);
    }
}
