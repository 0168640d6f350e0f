package com.clinni.appointments.agenda;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The header of an agenda: the place of each column. Columns it does not know are passed over. */
record AgendaHeader(Map<AgendaColumn, List<Integer>> places) {

    static AgendaHeader of(List<String> names) {
        var places = new EnumMap<AgendaColumn, List<Integer>>(AgendaColumn.class);
        for (var i = 0; i < names.size(); i++) {
            var place = i;
            AgendaColumn.named(names.get(i))
                    .ifPresent(
                            column ->
                                    places.computeIfAbsent(column, c -> new ArrayList<>())
                                            .add(place));
        }
        return new AgendaHeader(places);
    }

    /** A column without which no line can be booked, if one is missing. */
    Optional<AgendaColumn> missing() {
        return Stream.of(AgendaColumn.DATE, AgendaColumn.TIME, AgendaColumn.PATIENT)
                .filter(column -> !places.containsKey(column))
                .findFirst();
    }

    /** What a row says in a column, blanks trimmed; nothing where it says nothing. */
    List<String> values(AgendaColumn column, List<String> row) {
        return places.getOrDefault(column, List.of()).stream()
                .filter(place -> place < row.size())
                .map(place -> row.get(place).strip())
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** The first such value, or empty text. */
    String value(AgendaColumn column, List<String> row) {
        var values = values(column, row);
        return values.isEmpty() ? "" : values.getFirst();
    }
}
