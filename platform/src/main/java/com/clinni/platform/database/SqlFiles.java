package com.clinni.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The named blocks of one module's {@code sql/*.sql} files, without their comments. */
final class SqlFiles {

    private static final Pattern NAME = Pattern.compile("(?m)^-- name: ([a-z0-9-]+)$");
    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*");

    private final ClassLoader resources;
    private final Map<String, Map<String, String>> files = new HashMap<>();

    SqlFiles(ClassLoader resources) {
        this.resources = resources;
    }

    /** The text of a block by its file and name, such as {@code messages/claim}. */
    String block(String name) {
        var slash = name.indexOf('/');
        var file = slash < 0 ? "" : name.substring(0, slash);
        var text = files.computeIfAbsent(file, this::blocks).get(name.substring(slash + 1));
        if (text == null) {
            throw new IllegalArgumentException("no statement is named " + name);
        }
        return text;
    }

    private Map<String, String> blocks(String file) {
        var text = read("sql/" + file + ".sql");
        var blocks = new HashMap<String, String>();
        var starts = NAME.matcher(text).results().toList();
        for (var i = 0; i < starts.size(); i++) {
            var end = i + 1 < starts.size() ? starts.get(i + 1).start() : text.length();
            var block = COMMENT.matcher(text.substring(starts.get(i).end(), end)).replaceAll("");
            if (blocks.put(starts.get(i).group(1), block.strip()) != null) {
                throw new IllegalArgumentException(
                        "two statements of " + file + " are named " + starts.get(i).group(1));
            }
        }
        return blocks;
    }

    private String read(String file) {
        try (var in = resources.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no file " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + file + " cannot be read", e);
        }
    }
}
