package com.clinni.appointments.agenda.value;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Languages as agendas write them. */
public final class AgendaLanguages {

    private static final Map<String, List<String>> LANGUAGES =
            Map.of(
                    "es", List.of("es", "spa", "esp", "espanol", "castellano", "castella"),
                    "ca", List.of("ca", "cat", "catala", "catalan", "va", "valencia", "valenciano"),
                    "gl", List.of("gl", "glg", "gal", "galego", "gallego"),
                    "eu", List.of("eu", "eus", "euskara", "euskera", "vasco"),
                    "en", List.of("en", "eng", "english", "ingles", "angles"));

    private AgendaLanguages() {}

    /** The two letters of a language, by code or name. */
    public static Optional<String> read(String written) {
        var plain = ComparedText.of(written).split("[-_]", 2)[0];
        return LANGUAGES.entrySet().stream()
                .filter(language -> language.getValue().contains(plain))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
