package com.clinni.appointments.agenda;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the names of people and languages as agendas write them. */
final class AgendaNames {

    private static final Map<String, List<String>> LANGUAGES =
            Map.of(
                    "es", List.of("es", "spa", "esp", "espanol", "castellano", "castella"),
                    "ca", List.of("ca", "cat", "catala", "catalan", "va", "valencia", "valenciano"),
                    "gl", List.of("gl", "glg", "gal", "galego", "gallego"),
                    "eu", List.of("eu", "eus", "euskara", "euskera", "vasco"),
                    "en", List.of("en", "eng", "english", "ingles", "angles"));

    private AgendaNames() {}

    /** The name to greet with: its first word, which follows the comma in "Ruiz, María". */
    static String first(String fullName) {
        var comma = fullName.indexOf(',');
        var given = comma < 0 ? fullName : fullName.substring(comma + 1).strip();
        return (given.isEmpty() ? fullName : given).split(" ", 2)[0];
    }

    /** The two letters of a language, by code or name. */
    static Optional<String> language(String written) {
        var plain = AgendaColumn.plain(written).split("[-_]", 2)[0];
        return LANGUAGES.entrySet().stream()
                .filter(language -> language.getValue().contains(plain))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
