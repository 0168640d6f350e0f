package com.clinni.fallback.preferences;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;

/** The page a patient sees: our own words only, nothing that was sent in. */
final class PreferencesPage {

    private static final Set<String> LANGUAGES = Set.of("es", "ca", "gl", "eu", "en");
    private static final Control EXACTLY = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final String page = read();

    String of(String wanted, boolean isOff) {
        var language = LANGUAGES.contains(wanted) ? wanted : "es";
        var words = ResourceBundle.getBundle("preferences.page", Locale.of(language), EXACTLY);
        return page.replace("%lang%", language)
                .replace("%title%", words.getString("title"))
                .replace("%text%", words.getString(isOff ? "off" : "on"))
                .replace("%choice%", isOff ? "ON" : "OFF")
                .replace("%button%", words.getString(isOff ? "resume" : "stop"));
    }

    private static String read() {
        try (var in = PreferencesPage.class.getResourceAsStream("/preferences/page.html")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
