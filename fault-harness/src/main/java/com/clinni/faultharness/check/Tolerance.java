package com.clinni.faultharness.check;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The deviations that the faults of a run excuse.
 *
 * @param inFlight sends that may have been under way at the faults: so many may be flagged
 * @param silentLines lines that said yes and delivered nothing
 * @param largestShare of all reminders that may be flagged; 1 where the run is too short to say
 * @param outages when WhatsApp could not be reached at all
 * @param disturbances when a process or a link was not well, until it had recovered
 */
public record Tolerance(
        int inFlight,
        int silentLines,
        double largestShare,
        List<Interval> outages,
        List<Interval> disturbances) {

    private static final int EXPOSED_ON_A_SILENT_LINE = 20;

    /** The promised 5 s, and what a look at a clock may be off. */
    private static final Duration WITHDRAWAL_IN_HEALTH = Duration.ofSeconds(7);

    private static final Duration WITHDRAWAL_IN_TROUBLE = Duration.ofSeconds(60);

    /** From its begin to its end, both known to the harness because it made them. */
    public record Interval(Instant from, Instant to) {

        boolean overlaps(Instant begin, Instant end) {
            return !end.isBefore(from) && !begin.isAfter(to);
        }
    }

    public static Tolerance none() {
        return new Tolerance(0, 0, 1, List.of(), List.of());
    }

    public Tolerance inFlight(int sends) {
        return new Tolerance(sends, silentLines, largestShare, outages, disturbances);
    }

    public Tolerance silentLines(int lines) {
        return new Tolerance(inFlight, lines, largestShare, outages, disturbances);
    }

    public Tolerance largestShare(double share) {
        return new Tolerance(inFlight, silentLines, share, outages, disturbances);
    }

    public Tolerance outages(List<Interval> intervals) {
        return new Tolerance(inFlight, silentLines, largestShare, intervals, disturbances);
    }

    public Tolerance disturbances(List<Interval> intervals) {
        return new Tolerance(inFlight, silentLines, largestShare, outages, intervals);
    }

    int flagged() {
        return inFlight + silentLines * EXPOSED_ON_A_SILENT_LINE;
    }

    /**
     * When what was withdrawn may be seen at the latest: a dead service hears of nothing, and none
     * does while its database or the broker is away.
     */
    public Instant lastMoment(Instant withdrawnAt) {
        var inHealth = withdrawnAt.plus(WITHDRAWAL_IN_HEALTH);
        var inTrouble = withdrawnAt.plus(WITHDRAWAL_IN_TROUBLE);
        return disturbances.stream()
                .filter(d -> d.overlaps(withdrawnAt.minusSeconds(5), inHealth))
                .map(d -> d.to().isAfter(inTrouble) ? d.to() : inTrouble)
                .max(Comparator.naturalOrder())
                .orElse(inHealth);
    }

    boolean wasOutage(Instant from, Instant to) {
        return outages.stream().anyMatch(outage -> outage.overlaps(from, to));
    }
}
