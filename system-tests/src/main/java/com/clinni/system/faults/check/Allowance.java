package com.clinni.system.faults.check;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the faults of a run excuse.
 *
 * @param inFlight sends that may have been under way at the faults: so many may be flagged
 * @param silentLines lines that said yes and delivered nothing
 * @param largestShare of all reminders that may be flagged; 1 where the run is too short to say
 * @param outages when WhatsApp could not be reached at all
 * @param margin how long after a withdrawal something may still be seen, over the promised 5 s
 */
public record Allowance(
        int inFlight,
        int silentLines,
        double largestShare,
        List<Interval> outages,
        Duration margin) {

    private static final int EXPOSED_ON_A_SILENT_LINE = 20;
    private static final Duration WITHDRAWAL = Duration.ofSeconds(5);

    /** From its begin to its end, both known to the harness because it made them. */
    public record Interval(Instant from, Instant to) {

        boolean holds(Instant at) {
            return !at.isBefore(from) && !at.isAfter(to);
        }
    }

    public static Allowance none() {
        return new Allowance(0, 0, 1, List.of(), Duration.ofSeconds(2));
    }

    public Allowance inFlight(int sends) {
        return new Allowance(sends, silentLines, largestShare, outages, margin);
    }

    public Allowance silentLines(int lines) {
        return new Allowance(inFlight, lines, largestShare, outages, margin);
    }

    public Allowance largestShare(double share) {
        return new Allowance(inFlight, silentLines, share, outages, margin);
    }

    public Allowance outages(List<Interval> intervals) {
        return new Allowance(inFlight, silentLines, largestShare, intervals, margin);
    }

    /** For runs whose faults hold withdrawals up: a killed or frozen service hears of none. */
    public Allowance margin(Duration longer) {
        return new Allowance(inFlight, silentLines, largestShare, outages, longer);
    }

    int flagged() {
        return inFlight + silentLines * EXPOSED_ON_A_SILENT_LINE;
    }

    Duration afterWithdrawal() {
        return WITHDRAWAL.plus(margin);
    }

    boolean isOutage(Instant at) {
        return outages.stream().anyMatch(outage -> outage.holds(at));
    }
}
