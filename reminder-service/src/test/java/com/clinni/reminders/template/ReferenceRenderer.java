package com.clinni.reminders.template;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The same rules, written once more in the plainest way, without any engine. */
final class ReferenceRenderer {

    private ReferenceRenderer() {}

    static String render(String source, Map<Variable, String> texts) {
        return Arrays.stream(source.split("\n", -1))
                .filter(line -> !line.contains("{address}") || says(line, texts))
                .map(line -> fill(line, texts))
                .collect(Collectors.joining("\n"));
    }

    private static boolean says(String line, Map<Variable, String> texts) {
        return texts.entrySet().stream()
                .anyMatch(v -> line.contains(braced(v.getKey())) && !v.getValue().isBlank());
    }

    private static String fill(String line, Map<Variable, String> texts) {
        var out = "";
        var gapAtStart = false;
        for (var piece : line.split("(?=\\{)|(?<=})")) {
            var text =
                    piece.startsWith("{")
                            ? texts.get(Variable.known(piece.replaceAll("[{}]", "")).orElseThrow())
                            : gapAtStart ? piece.replaceFirst("^,? *", "") : piece;
            var isGap = piece.startsWith("{") && text.isBlank();
            gapAtStart = isGap && out.isEmpty();
            out = isGap ? out.replaceFirst(",? *$", "") : out + text;
        }
        return out;
    }

    private static String braced(Variable variable) {
        return "{" + variable.word() + "}";
    }
}
