package com.clinni.appointments.agenda.value;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The months by their first letters in five languages. */
final class MonthNames {

    private static final List<List<String>> MONTHS =
            List.of(
                    List.of("ene", "gen", "xan", "jan", "urt"),
                    List.of("feb", "ots"),
                    List.of("mar"),
                    List.of("abr", "apr", "api"),
                    List.of("may", "mai", "mag"),
                    List.of("jun", "juny", "xun", "eka"),
                    List.of("jul", "xul", "uzt"),
                    List.of("ago", "aug", "abu"),
                    List.of("sep", "set", "ira"),
                    List.of("oct", "out", "urr"),
                    List.of("nov", "aza"),
                    List.of("dic", "des", "dec", "abe"));

    private MonthNames() {}

    /** 1 to 12. */
    static Optional<Integer> number(String plainName) {
        return IntStream.range(0, MONTHS.size())
                .filter(month -> MONTHS.get(month).stream().anyMatch(plainName::startsWith))
                .mapToObj(month -> month + 1)
                .findFirst();
    }
}
