package com.clinni.faultharness.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A report of a long run, as a table for people. */
record LongReport(List<Result> results) {

    void writeTo(Path file) {
        try {
            Files.writeString(file, String.join("\n", lines()) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(
                "| scenario | repetitions | held | due | seen | flagged | doubts, resolved |"
                        + " minutes | figures |");
        lines.add("|---|---|---|---|---|---|---|---|---|");
        byScenario().forEach((name, all) -> lines.add(row(name, all)));
        lines.add("");
        results.stream().filter(result -> !result.holds()).forEach(r -> lines.add(failure(r)));
        lines.addAll(new Totals(results).lines());
        lines.add("On " + Machine.here() + ".");
        lines.add(
                "Seeds: "
                        + results.stream()
                                .map(r -> "" + r.seed())
                                .collect(Collectors.joining(", ")));
        return lines;
    }

    private Map<String, List<Result>> byScenario() {
        return results.stream()
                .collect(
                        Collectors.groupingBy(
                                Result::scenario, LinkedHashMap::new, Collectors.toList()));
    }

    private static String row(String name, List<Result> all) {
        return "| %s | %d | %d | %d | %d | %d | %d, %d | %d | %s |"
                .formatted(
                        name,
                        all.size(),
                        all.stream().filter(Result::holds).count(),
                        sum(all, "due"),
                        sum(all, "whatsapp") + sum(all, "mail") + sum(all, "sms"),
                        sum(all, "flagged"),
                        sum(all, "doubts"),
                        sum(all, "doubtsResolved"),
                        all.stream().mapToLong(Result::seconds).sum() / 60,
                        largest(all));
    }

    private static int sum(List<Result> all, String count) {
        return all.stream().mapToInt(result -> result.counts().getOrDefault(count, 0)).sum();
    }

    /** The largest of each figure over the repetitions: what is measured is how bad it gets. */
    private static String largest(List<Result> all) {
        var largest = new LinkedHashMap<String, Long>();
        for (var result : all) {
            result.figures()
                    .forEach((name, value) -> largest.merge(name, value.longValue(), Math::max));
        }
        return largest.entrySet().stream()
                .map(figure -> figure.getKey() + " ≤ " + figure.getValue())
                .collect(Collectors.joining("; "));
    }

    private static String failure(Result result) {
        return "- %s %d, seed %d: %s"
                .formatted(
                        result.scenario(),
                        result.repetition() + 1,
                        result.seed(),
                        String.join("; ", result.wrong()));
    }
}
