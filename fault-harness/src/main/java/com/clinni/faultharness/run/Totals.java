package com.clinni.faultharness.run;

import com.clinni.faultharness.check.ViolationKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sums over all repetitions. */
record Totals(List<Result> results) {

    /** Of all due reminders, as promised. */
    private static final double LARGEST_SHARE_FLAGGED = 0.001;

    private static final List<ViolationKind> PROMISED =
            List.of(
                    ViolationKind.LOST,
                    ViolationKind.DOUBLED,
                    ViolationKind.LATE,
                    ViolationKind.OVERSPENT);

    boolean fewAreFlagged() {
        return shareFlagged() <= LARGEST_SHARE_FLAGGED;
    }

    /** One sentence each. */
    List<String> lines() {
        return Stream.of(when(), wrong(), flagged(), doubts()).map(line -> "- " + line).toList();
    }

    private String when() {
        if (results.isEmpty()) {
            return "Nothing was played.";
        }
        var begins = results.stream().map(r -> r.endedAt().minusSeconds(r.seconds()));
        return "Played between %s and %s; %d of %d repetitions were judged."
                .formatted(
                        day(begins.min(Comparator.naturalOrder()).orElseThrow()),
                        day(
                                results.stream()
                                        .map(Result::endedAt)
                                        .max(Comparator.naturalOrder())
                                        .orElseThrow()),
                        results.stream().filter(Result::isJudged).count(),
                        results.size());
    }

    private String wrong() {
        return PROMISED.stream()
                .map(kind -> kind.name().toLowerCase(Locale.ROOT) + " " + found(kind))
                .collect(Collectors.joining(", ", "Of " + sum("due") + " due: ", "."));
    }

    private String flagged() {
        return String.format(
                Locale.ROOT,
                "Flagged: %d, which is %.3f %% of all; at most %.1f %% is promised, and that %s.",
                sum("flagged"),
                100 * shareFlagged(),
                100 * LARGEST_SHARE_FLAGGED,
                fewAreFlagged() ? "holds" : "does not hold");
    }

    private String doubts() {
        return String.format(
                Locale.ROOT,
                "In doubt: %d; %.2f %% came to an end, %.2f %% were found out about in ten"
                        + " minutes.",
                sum("doubts"),
                100 * share("doubtsClassified"),
                100 * share("doubtsResolved"));
    }

    private double shareFlagged() {
        return sum("due") == 0 ? 0 : (double) sum("flagged") / sum("due");
    }

    private double share(String ofDoubts) {
        return sum("doubts") == 0 ? 1 : (double) sum(ofDoubts) / sum("doubts");
    }

    private int sum(String count) {
        return results.stream().mapToInt(r -> r.counts().getOrDefault(count, 0)).sum();
    }

    private int found(ViolationKind kind) {
        return results.stream().mapToInt(result -> result.found(kind)).sum();
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
