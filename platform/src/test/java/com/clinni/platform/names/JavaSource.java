package com.clinni.platform.names;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A Java file of any module, with the names of its types and the comment of its first one. */
record JavaSource(String module, boolean isTest, String text) {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);
    private static final Pattern PACKAGE = Pattern.compile("^package (.+);$", Pattern.MULTILINE);
    private static final Pattern TYPE =
            Pattern.compile(
                    "^[\\w\\- ]*@?\\b(?:class|interface|enum|record) (\\w+)", Pattern.MULTILINE);
    private static final Pattern CLASS_COMMENT =
            Pattern.compile("^/\\*\\*(.*?)\\*/", Pattern.DOTALL | Pattern.MULTILINE);

    /** The files of all modules, main and test code. */
    static List<JavaSource> ofAllModules() throws IOException {
        try (var modules = Files.list(Path.of(".."))) {
            return modules.filter(module -> Files.isDirectory(module.resolve("src")))
                    .flatMap(module -> ofModule(module).stream())
                    .toList();
        }
    }

    private static List<JavaSource> ofModule(Path module) {
        try (var files = Files.walk(module.resolve("src"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .map(file -> of(module, file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaSource of(Path module, Path file) {
        try {
            var isTest = file.startsWith(module.resolve("src/test"));
            return new JavaSource(module.getFileName().toString(), isTest, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String packageName() {
        return PACKAGE.matcher(text).results().findFirst().orElseThrow().group(1);
    }

    long lines() {
        return text.lines().count();
    }

    /** The names of its types, the outermost first. */
    List<String> types() {
        return TYPE.matcher(COMMENT.matcher(text).replaceAll(""))
                .results()
                .map(type -> type.group(1))
                .toList();
    }

    /** The name of its outermost type. */
    String name() {
        return types().getFirst();
    }

    /** The text of the comment above its outermost type, in one line. */
    Optional<String> comment() {
        return CLASS_COMMENT
                .matcher(text)
                .results()
                .map(comment -> comment.group(1).replaceAll("\\s*\n \\*\\s?", " ").strip())
                .findFirst();
    }
}
