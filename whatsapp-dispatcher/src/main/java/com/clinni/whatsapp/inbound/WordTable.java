package com.clinni.whatsapp.inbound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A table of {@code words/}: each line a regular expression over plain words. */
record WordTable(String alternatives) {

    private static final Pattern COMMENTS = Pattern.compile("(?m)^#.*\\R");

    static WordTable named(String name) {
        var file = "/words/" + name + ".txt";
        try (var in = WordTable.class.getResourceAsStream(file)) {
            return new WordTable(read(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static String read(String lines) {
        return COMMENTS.matcher(lines)
                .replaceAll("")
                .lines()
                .map(line -> Clauses.spelled(line).replace("'", " "))
                .collect(Collectors.joining("|"));
    }

    /** Finds one of its lines, as whole words. */
    Pattern words() {
        return Pattern.compile("\\b(?:" + alternatives + ")\\b");
    }

    /** Matches some of its lines, one after the other. */
    Pattern sequence() {
        return Pattern.compile("(?:(?:" + alternatives + ")(?: |$))+");
    }
}
