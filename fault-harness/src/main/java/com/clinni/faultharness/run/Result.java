package com.clinni.faultharness.run;

import com.clinni.faultharness.check.ViolationKind;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The result of one repetition, as the state file keeps it.
 *
 * @param seed replays it
 * @param counts of the verdict
 * @param wrong everything that did not hold, cut to the first few
 */
public record Result(
        String scenario,
        int repetition,
        long seed,
        Instant endedAt,
        long seconds,
        Map<String, Integer> counts,
        Map<String, Number> figures,
        String verdict,
        List<String> wrong) {

    private static final String NOT_JUDGED = "not judged";
    private static final int MOST = 20;

    static Result of(
            String scenario, int repetition, long seed, Observation seen, Instant now, long took) {
        var violations = seen.verdict().violations().stream().map(Object::toString);
        return new Result(
                scenario,
                repetition,
                seed,
                now,
                took,
                seen.verdict().counts().asMap(),
                seen.figures(),
                seen.verdict().inShort(),
                Stream.concat(violations, seen.complaints().stream()).limit(MOST).toList());
    }

    /** A repetition that could not be judged at all. */
    static Result broken(
            String scenario, int repetition, long seed, Exception why, Instant now, long took) {
        return new Result(
                scenario,
                repetition,
                seed,
                now,
                took,
                Map.of(),
                Map.of(),
                NOT_JUDGED,
                List.of(why.toString()));
    }

    boolean isJudged() {
        return !verdict.equals(NOT_JUDGED);
    }

    /** The number of violations of this kind, by the verdict's own words. */
    int found(ViolationKind kind) {
        var words =
                Pattern.compile("(\\d+) " + kind.name().toLowerCase(Locale.ROOT)).matcher(verdict);
        return words.find() ? Integer.parseInt(words.group(1)) : 0;
    }

    boolean holds() {
        return wrong.isEmpty();
    }
}
