package com.clinni.reminders.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One statement with a name, read once from {@code sql/<name>.sql}. Parameters are written {@code
 * :name}; {@code {name}} stands for the text of another file.
 */
public final class Sql {

    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*");
    private static final Pattern INCLUDE = Pattern.compile("\\{([a-z-]+)}");
    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-z][A-Za-z]*)");

    private final String name;
    private final String jdbc;
    private final List<String> parameters = new ArrayList<>();

    private Sql(String name) {
        this.name = name;
        var text = new StringBuilder();
        var matcher = PARAMETER.matcher(textOf(name));
        while (matcher.find()) {
            parameters.add(matcher.group(1));
            matcher.appendReplacement(text, "?");
        }
        this.jdbc = matcher.appendTail(text).toString();
    }

    /** The statement of that name. */
    public static Sql named(String name) {
        return new Sql(name);
    }

    String name() {
        return name;
    }

    String jdbc() {
        return jdbc;
    }

    /** Names in the order of the statement's placeholders. */
    List<String> parameters() {
        return parameters;
    }

    private static String textOf(String name) {
        var text = COMMENT.matcher(read(name)).replaceAll("");
        return INCLUDE.matcher(text)
                .replaceAll(include -> Matcher.quoteReplacement(textOf(include.group(1)).strip()));
    }

    private static String read(String name) {
        try (var in = Sql.class.getResourceAsStream("/sql/" + name + ".sql")) {
            if (in == null) {
                throw new IllegalArgumentException("no statement is named " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the statement " + name + " cannot be read", e);
        }
    }
}
