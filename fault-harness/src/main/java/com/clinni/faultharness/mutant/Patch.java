package com.clinni.faultharness.mutant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A unified diff with a sentence above it. */
record Patch(Path file) {

    private static final Pattern CHANGED = Pattern.compile("(?m)^diff --git a/([^/]+)/");
    private static final String DIFF = "diff --git ";

    /** Where the patches of a tree are. */
    static Path directory(Path root) {
        return root.resolve("fault-harness/src/mutants").toAbsolutePath();
    }

    /** What is wrong afterwards. */
    String sentence() {
        var text = text();
        return text.substring(0, Math.max(0, text.indexOf(DIFF))).strip();
    }

    /** The Maven modules that it changes. */
    Set<String> modules() {
        return CHANGED.matcher(text())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    void applyTo(Path tree) throws IOException, InterruptedException {
        git(tree, List.of());
    }

    /** Whether it still fits. */
    boolean fits(Path tree) throws IOException, InterruptedException {
        try {
            git(tree, List.of("--check"));
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    /** A tree inside of a repository is treated as if it were in none: paths begin at the tree. */
    private void git(Path tree, List<String> options) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("git", "apply"));
        command.addAll(options);
        command.add(file.toString());
        var git = new ProcessBuilder(command).directory(tree.toFile()).redirectErrorStream(true);
        git.environment().put("GIT_CEILING_DIRECTORIES", tree.toAbsolutePath().getParent() + "");
        var process = git.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(file.getFileName() + " does not apply: " + said);
        }
    }

    private String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
