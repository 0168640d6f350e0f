package com.clinni.whatsapp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a named statement as it stands in its file, with what it includes. */
public final class SqlText {

    private static final Pattern INCLUDE = Pattern.compile("\\{(?:([a-z-]+)/)?([a-z-]+)}");

    private SqlText() {}

    public static String of(String file, String name) {
        var block = Pattern.compile("(?s)-- name: " + name + "\\n(.*?)(?=\\n-- name: |\\z)");
        var found = block.matcher(read(file));
        if (!found.find()) {
            throw new IllegalArgumentException("no statement is named " + file + "/" + name);
        }
        return INCLUDE.matcher(found.group(1).replaceAll("--[^\\n]*", ""))
                .replaceAll(
                        include ->
                                Matcher.quoteReplacement(
                                        of(
                                                include.group(1) == null ? file : include.group(1),
                                                include.group(2))));
    }

    private static String read(String file) {
        try (var in = SqlText.class.getResourceAsStream("/sql/" + file + ".sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
