package com.clinni.appointments.agenda.column;

import com.clinni.appointments.agenda.file.AgendaFile;
import com.clinni.appointments.agenda.file.AgendaRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The header of an agenda: the place of each column. Of two headers for one thing the longer one
 * counts, for it says more ({@code Fecha cita}, not {@code Fecha}); phones and e-mails may be
 * several.
 *
 * @param line where it stands
 * @param names as written, in their order
 * @param places where each column that counts stands
 */
public record AgendaHeader(int line, List<String> names, Map<AgendaColumn, List<Integer>> places) {

    private static final int LONGEST_TOLD = 60;

    /** The number of columns that these values name: it tells a header from a title and a visit. */
    public static int score(List<String> values) {
        return (int)
                values.stream()
                        .flatMap(value -> AgendaColumn.named(HeaderName.of(value)).stream())
                        .filter(column -> column != AgendaColumn.CODE)
                        .distinct()
                        .count();
    }

    /** The first of the best rows at the top of a file, if one names a column at all. */
    public static Optional<AgendaHeader> in(List<AgendaRow> rows) {
        return rows.stream()
                .limit(AgendaFile.HEADER_WITHIN)
                .filter(row -> score(row.values()) > 0)
                .max(
                        Comparator.comparingInt((AgendaRow row) -> score(row.values()))
                                .thenComparing(AgendaRow::line, Comparator.reverseOrder()))
                .map(AgendaHeader::of);
    }

    static AgendaHeader of(AgendaRow row) {
        var places = new EnumMap<AgendaColumn, List<Integer>>(AgendaColumn.class);
        var names = row.values();
        for (var i = 0; i < names.size(); i++) {
            var place = i;
            AgendaColumn.named(HeaderName.of(names.get(i)))
                    .ifPresent(column -> take(places, column, place, names));
        }
        var given = places.containsKey(AgendaColumn.SURNAME);
        if (places.containsKey(AgendaColumn.NAME) && places.containsKey(AgendaColumn.PATIENT)) {
            places.remove(given ? AgendaColumn.PATIENT : AgendaColumn.NAME);
        }
        return new AgendaHeader(row.line(), names, places);
    }

    private static void take(
            Map<AgendaColumn, List<Integer>> places,
            AgendaColumn column,
            int place,
            List<String> names) {
        var taken = places.computeIfAbsent(column, c -> new ArrayList<>());
        if (taken.isEmpty() || column.mayRepeat()) {
            taken.add(place);
        } else if (length(names.get(place)) > length(names.get(taken.getFirst()))) {
            taken.set(0, place);
        }
    }

    private static int length(String name) {
        return HeaderName.of(name).plain().length();
    }

    /** A header that stands there twice, if one does. */
    public Optional<String> duplicate() {
        var seen = new HashSet<String>();
        return names.stream()
                .filter(name -> !name.isBlank())
                .filter(name -> !seen.add(sameness(name)))
                .map(AgendaHeader::told)
                .findFirst();
    }

    private static String sameness(String name) {
        var plain = HeaderName.of(name).plain();
        return plain.isEmpty() ? name.strip() : plain;
    }

    public boolean has(AgendaColumn column) {
        return places.containsKey(column);
    }

    /** The column that a place counts as, if it does. */
    Optional<AgendaColumn> at(int place) {
        return places.entrySet().stream()
                .filter(column -> column.getKey() != AgendaColumn.CODE)
                .filter(column -> column.getValue().contains(place))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** A row's values in a column, as plain text; nothing where it says nothing. */
    public List<String> values(AgendaColumn column, AgendaRow row) {
        return places.getOrDefault(column, List.of()).stream()
                .filter(place -> place < row.values().size())
                .map(place -> CellText.of(row.values().get(place)))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** The first such value, or empty text. */
    public String value(AgendaColumn column, AgendaRow row) {
        var values = values(column, row);
        return values.isEmpty() ? "" : values.getFirst();
    }

    /** Each header that counts as a column, by the column's field. */
    public Map<String, String> recognised() {
        var read = new LinkedHashMap<String, String>();
        for (var i = 0; i < names.size(); i++) {
            var name = told(names.get(i));
            at(i).ifPresent(column -> read.put(name, column.field()));
        }
        return read;
    }

    /** The columns of which a row says anything. */
    public Set<AgendaColumn> columns() {
        return places.keySet();
    }

    static String told(String name) {
        var plain = CellText.of(name);
        return plain.length() > LONGEST_TOLD ? plain.substring(0, LONGEST_TOLD) : plain;
    }
}
