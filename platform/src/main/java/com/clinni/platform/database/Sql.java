package com.clinni.platform.database;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A SQL statement of a service, read once from a file of its resources.
 *
 * <p>{@code sql/messages.sql} holds the statements of one table or story; each begins with a line
 * {@code -- name: claim}. Parameters are written {@code :name}. {@code {due}} stands for the text
 * of another block of the same file, {@code {lines/able}} for one of another file, so that a
 * condition stands once however many statements use it.
 */
public final class Sql {

    private static final StackWalker CALLER =
            StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final Pattern INCLUDE = Pattern.compile("\\{([a-z0-9-]+/)?([a-z0-9-]+)}");

    /** A colon and a name, but not the second half of a cast. */
    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-zA-Z]\\w*)");

    private final String name;
    private final String jdbc;
    private final List<String> parameters;

    private Sql(String name, String text) {
        this.name = name;
        this.jdbc = PARAMETER.matcher(text).replaceAll("?");
        this.parameters = PARAMETER.matcher(text).results().map(match -> match.group(1)).toList();
    }

    /**
     * The statement of that name, such as {@code messages/claim}.
     *
     * @throws IllegalArgumentException when the calling class's module has no such statement, or
     *     one of its includes is missing or includes itself
     */
    public static Sql named(String name) {
        var resources = new SqlFiles(CALLER.getCallerClass().getClassLoader());
        return new Sql(name, expanded(name, resources::block, List.of()));
    }

    private static String expanded(String name, UnaryOperator<String> block, List<String> within) {
        if (within.contains(name)) {
            throw new IllegalArgumentException("the statement " + name + " includes itself");
        }
        var path = new java.util.ArrayList<>(within);
        path.add(name);
        var file = name.substring(0, name.indexOf('/') + 1);
        return INCLUDE.matcher(block.apply(name))
                .replaceAll(
                        include -> {
                            var in = include.group(1) == null ? file : include.group(1);
                            return Matcher.quoteReplacement(
                                    expanded(in + include.group(2), block, path));
                        });
    }

    /** What a failure of the statement is told by. */
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
}
