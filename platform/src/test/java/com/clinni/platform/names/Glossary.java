package com.clinni.platform.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words that docs/glossary.md rules out, each with the word to use instead. */
record Glossary(Map<String, String> replacements) {

    private static final Path FILE = Path.of("../docs/glossary.md");
    private static final int WORD = 1;
    private static final int NOT_THIS = 3;

    static Glossary ofTheDocs() throws IOException {
        return read(Files.readAllLines(FILE));
    }

    /** Reads the rows of three columns: word, meaning, words that must not stand for it. */
    static Glossary read(List<String> lines) {
        var replacements = new LinkedHashMap<String, String>();
        for (var line : lines) {
            var cells = line.split("\\|", -1);
            if (cells.length == NOT_THIS + 2 && !line.startsWith("|---")) {
                for (var word : cells[NOT_THIS].split(",")) {
                    if (!word.isBlank()) {
                        replacements.put(word.strip(), cells[WORD].strip());
                    }
                }
            }
        }
        return new Glossary(replacements);
    }

    /**
     * The first word of a class name that is ruled out, alone or in the plural, if there is one.
     */
    Optional<String> complaintAbout(String className) {
        return wordsOf(className).stream()
                .map(word -> replacements.containsKey(word) ? word : word.replaceFirst("s$", ""))
                .filter(replacements::containsKey)
                .findFirst()
                .map(
                        word ->
                                "%s: not \"%s\" but \"%s\""
                                        .formatted(className, word, replacements.get(word)));
    }

    private static List<String> wordsOf(String className) {
        return Arrays.stream(className.split("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }
}
