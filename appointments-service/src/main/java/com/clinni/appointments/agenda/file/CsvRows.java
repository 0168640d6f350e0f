package com.clinni.appointments.agenda.file;

import com.clinni.appointments.agenda.file.TextLines.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/**
 * The rows of a text with delimiters. Each line is a row by itself; a quoted value may take a few
 * lines more, but none that is a row of its own: a quote that somebody forgot to close, or wrote as
 * an inch mark, costs its own line and never one of the next.
 */
final class CsvRows {

    private static final int MOST_LINES_OF_A_ROW = 4;
    private static final List<Character> DELIMITERS = List.of(';', ',', '\t', '|');
    private static final Pattern SEPARATOR = Pattern.compile("(?i)\"?sep=(.)\"?[;,\t|]*");
    private static final Pattern DIGIT = Pattern.compile("[0-9]");

    private final List<Line> lines;
    private final char delimiter;
    private final int width;

    private CsvRows(List<Line> lines, char delimiter, int width) {
        this.lines = lines;
        this.delimiter = delimiter;
        this.width = width;
    }

    static List<AgendaRow> of(List<Line> lines, ToIntFunction<List<String>> headerScore) {
        if (lines.isEmpty()) {
            return List.of();
        }
        var said = SEPARATOR.matcher(lines.getFirst().text());
        return said.matches()
                ? with(
                        List.of(said.group(1).charAt(0)),
                        lines.subList(1, lines.size()),
                        headerScore)
                : with(DELIMITERS, lines, headerScore);
    }

    /** The delimiter is that which makes the most column names of one of the first lines. */
    private static List<AgendaRow> with(
            List<Character> delimiters, List<Line> lines, ToIntFunction<List<String>> headerScore) {
        var best = delimiters.getFirst();
        var bestScore = 0;
        var width = 1;
        for (var line : lines.subList(0, Math.min(lines.size(), AgendaFile.HEADER_WITHIN))) {
            for (var delimiter : delimiters) {
                var values = CsvValues.of(line.text(), delimiter).orElse(List.of());
                var score = headerScore.applyAsInt(values);
                if (score > bestScore) {
                    best = delimiter;
                    bestScore = score;
                    width = values.size();
                }
            }
        }
        return new CsvRows(lines, best, width).all();
    }

    private List<AgendaRow> all() {
        var rows = new ArrayList<AgendaRow>();
        for (var next = 0; next < lines.size(); ) {
            var record = read(next);
            rows.add(record.row());
            next += record.lines();
        }
        return rows;
    }

    private record Read(AgendaRow row, int lines) {}

    private Read read(int first) {
        var line = lines.get(first);
        var text = new StringBuilder(line.text());
        var values = values(line.text());
        var taken = 0;
        while (values.isEmpty()
                && taken + 1 < MOST_LINES_OF_A_ROW
                && first + taken + 1 < lines.size()
                && !isRow(lines.get(first + taken + 1).text(), line.text())) {
            taken++;
            text.append('\n').append(lines.get(first + taken).text());
            values = values(text.toString()).filter(each -> each.size() == width);
        }
        if (values.isEmpty()) {
            return new Read(new AgendaRow(line.number(), 0, List.of()), 1);
        }
        var more = lines.subList(first + 1, first + 1 + taken).stream();
        var continuations = (int) more.filter(next -> saysSomething(next.text())).count();
        return new Read(new AgendaRow(line.number(), continuations, values.get()), 1 + taken);
    }

    private boolean saysSomething(String text) {
        return !text.replace(delimiter, ' ').isBlank();
    }

    private Optional<List<String>> values(String text) {
        return CsvValues.of(text, delimiter);
    }

    /** As many values as the header has, or a beginning like that of the row before: a date. */
    private boolean isRow(String text, String before) {
        var delimiters = text.chars().filter(c -> c == delimiter).count();
        return delimiters >= width - 1 || shape(text).equals(shape(before));
    }

    private String shape(String text) {
        var end = text.indexOf(delimiter);
        var shape = DIGIT.matcher(end < 0 ? text : text.substring(0, end)).replaceAll("9");
        return shape.contains("9") ? shape : text;
    }
}
