package com.clinni.appointments.agenda.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The values of one record. A quote opens a value only where the value begins, and closes it only
 * before a delimiter or the end; any other quote is a character, as the inch mark in {@code 3"} is.
 */
final class CsvValues {

    private static final char QUOTE = '"';

    private final String text;
    private final char delimiter;
    private final List<String> values = new ArrayList<>();
    private int at;

    private CsvValues(String text, char delimiter) {
        this.text = text;
        this.delimiter = delimiter;
    }

    /** Nothing if a quote that opens is never closed. */
    static Optional<List<String>> of(String text, char delimiter) {
        return new CsvValues(text, delimiter).read();
    }

    private Optional<List<String>> read() {
        var more = true;
        while (more) {
            if (at < text.length() && text.charAt(at) == QUOTE) {
                if (!quoted()) {
                    return Optional.empty();
                }
            } else {
                plain();
            }
            more = at < text.length();
            at++;
        }
        return Optional.of(values);
    }

    private void plain() {
        var end = text.indexOf(delimiter, at);
        end = end < 0 ? text.length() : end;
        values.add(text.substring(at, end));
        at = end;
    }

    /** Ends at the delimiter or the end. */
    private boolean quoted() {
        var value = new StringBuilder();
        var next = at + 1;
        while (next < text.length()) {
            var c = text.charAt(next);
            if (c == QUOTE && isAt(next + 1, QUOTE)) {
                next++;
            } else if (c == QUOTE && isEnd(afterBlanks(next + 1))) {
                values.add(value.toString());
                at = afterBlanks(next + 1);
                return true;
            }
            value.append(c);
            next++;
        }
        return false;
    }

    private int afterBlanks(int place) {
        var after = place;
        while (isAt(after, ' ')) {
            after++;
        }
        return after;
    }

    private boolean isEnd(int place) {
        return place == text.length() || isAt(place, delimiter);
    }

    private boolean isAt(int place, char c) {
        return place < text.length() && text.charAt(place) == c;
    }
}
