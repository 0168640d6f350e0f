package com.clinni.appointments.manual;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A language of the pages for people. */
public enum PageLanguage {
    SPANISH("es", Locale.of("es", "ES")),
    ENGLISH("en", Locale.UK);

    private static final Map<String, PageLanguage> UNDERSTOOD =
            Map.of("es", SPANISH, "ca", SPANISH, "gl", SPANISH, "eu", SPANISH, "en", ENGLISH);

    private final String code;
    private final Locale locale;

    PageLanguage(String code, Locale locale) {
        this.code = code;
        this.locale = locale;
    }

    /** Its two letters. */
    public String code() {
        return code;
    }

    /** The locale in which dates are written. */
    public Locale locale() {
        return locale;
    }

    /** The texts in this language. */
    public PageMessages messages() {
        return this == SPANISH
                ? MessageBundles.get(PageMessages.class)
                : MessageBundles.get(PageMessages.class, Localized.Literal.of(code));
    }

    /** For what exists in these two languages only. */
    public boolean isEnglish() {
        return this == ENGLISH;
    }

    /**
     * The first of these that is one the page can do: what was asked for, what the browser prefers,
     * the clinic's own; else Spanish, which the clinics of Catalonia, Galicia and the Basque
     * Country read too.
     *
     * @param asked a language
     * @param accepted the header Accept-Language
     * @param clinics the clinic's language, where a clinic is known
     */
    public static PageLanguage of(
            @Nullable String asked, @Nullable String accepted, @Nullable String clinics) {
        return Stream.of(asked, accepted, clinics)
                .flatMap(PageLanguage::preferred)
                .findFirst()
                .orElse(SPANISH);
    }

    /** A header that cannot be read prefers nothing. */
    private static Stream<PageLanguage> preferred(@Nullable String languages) {
        if (languages == null || languages.isBlank()) {
            return Stream.empty();
        }
        try {
            return LanguageRange.parse(languages).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> range.getRange().split("-", 2)[0])
                    .filter(UNDERSTOOD::containsKey)
                    .map(UNDERSTOOD::get);
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }
}
