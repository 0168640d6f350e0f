package com.clinni.appointments.agenda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * The rows of a file with their line numbers. Each line is read by itself, so that a quote somebody
 * forgot to close costs that line and not the rest of the day; a quoted value may span a few lines.
 */
final class CsvRows {

    private static final int MOST_LINES_OF_A_ROW = 4;
    private static final String DELIMITERS = ";,\t";

    private CsvRows() {}

    /**
     * One row.
     *
     * @param line where it begins; the file's first line is 1
     * @param values empty when the row cannot be read
     */
    record Row(int line, List<String> values) {

        boolean isReadable() {
            return !values.isEmpty();
        }
    }

    static List<Row> of(String text) {
        var lines = text.split("\r\n|\n|\r", -1);
        var format = format(lines[0]);
        var rows = new ArrayList<Row>();
        var next = 0;
        while (next < lines.length) {
            var first = next++;
            if (lines[first].isBlank()) {
                continue;
            }
            var row = new StringBuilder(lines[first]);
            while (isOpen(row) && next < lines.length && next - first < MOST_LINES_OF_A_ROW) {
                row.append('\n').append(lines[next++]);
            }
            if (isOpen(row)) {
                next = first + 1;
                rows.add(new Row(first + 1, List.of()));
            } else {
                add(rows, first + 1, values(row.toString(), format));
            }
        }
        return rows;
    }

    private static void add(List<Row> rows, int line, List<String> values) {
        if (values.isEmpty() || values.stream().anyMatch(value -> !value.isBlank())) {
            rows.add(new Row(line, values));
        }
    }

    private static List<String> values(String row, CSVFormat format) {
        try (var parser = CSVParser.parse(row, format)) {
            var records = parser.getRecords();
            return records.isEmpty() ? List.of() : records.getFirst().stream().toList();
        } catch (CSVException | UncheckedIOException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory cannot be read", e);
        }
    }

    private static boolean isOpen(CharSequence row) {
        return row.chars().filter(c -> c == '"').count() % 2 != 0;
    }

    /** The delimiter that the header has most of. */
    private static CSVFormat format(String header) {
        var delimiter =
                DELIMITERS
                        .chars()
                        .boxed()
                        .max(
                                Comparator.comparingLong(
                                        d -> header.chars().filter(c -> c == d).count()))
                        .map(d -> (char) d.intValue())
                        .orElseThrow();
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
    }
}
