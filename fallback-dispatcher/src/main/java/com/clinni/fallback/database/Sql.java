package com.clinni.fallback.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** One SQL statement of {@code src/main/resources/sql}, read once; its parameters have names. */
public final class Sql {

    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*");

    /** A colon and a name, but not the second half of a cast. */
    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-zA-Z]\\w*)");

    private final String text;
    private final List<String> parameters;

    private Sql(String written) {
        var plain = COMMENT.matcher(written).replaceAll("");
        this.parameters =
                PARAMETER.matcher(plain).results().map((MatchResult m) -> m.group(1)).toList();
        this.text = PARAMETER.matcher(plain).replaceAll("?");
    }

    /** The statement in {@code sql/<name>.sql}. */
    public static Sql file(String name) {
        try (var in = Sql.class.getResourceAsStream("/sql/" + name + ".sql")) {
            if (in == null) {
                throw new IllegalArgumentException("no statement " + name);
            }
            return new Sql(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("statement " + name + " cannot be read", e);
        }
    }

    String text() {
        return text;
    }

    List<String> parameters() {
        return parameters;
    }
}
