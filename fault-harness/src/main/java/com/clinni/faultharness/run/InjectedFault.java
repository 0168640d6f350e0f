package com.clinni.faultharness.run;

import com.clinni.faultharness.check.Tolerance.Interval;
import com.clinni.testbed.run.Service;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fault that was done.
 *
 * @param what in words
 * @param recovered when everything it had to do with was ready again
 * @param inFlight how many sends can have been under way
 * @param died whose process died of it
 * @param stopped whose process was ended cleanly, so that for a while it took over nothing either
 */
public record InjectedFault(
        String what,
        Instant at,
        Instant recovered,
        int inFlight,
        @Nullable Service died,
        @Nullable Service stopped) {

    InjectedFault(
            String what, Instant at, Instant recovered, int inFlight, @Nullable Service died) {
        this(what, at, recovered, inFlight, died, null);
    }

    /** Ready is not yet caught up. */
    private static final Duration CATCHING_UP = Duration.ofSeconds(15);

    Interval disturbance() {
        return new Interval(at, recovered.plus(CATCHING_UP));
    }

    @Override
    public String toString() {
        return "%s (%d ms)".formatted(what, Duration.between(at, recovered).toMillis());
    }
}
