package com.clinni.fallback.send;

import com.clinni.platform.time.Stopwatch;
import java.time.Duration;

/**
 * The time for which this node may act on a claim, measured as elapsed time. It begins before the
 * database's lease, so it ends first.
 *
 * @param takenAt nanoseconds of the stopwatch before the claim began
 */
record Lease(long takenAt, Duration length) {

    /** Whether a call that begins now ends within the lease. */
    boolean outlasts(Duration call, Stopwatch stopwatch) {
        return stopwatch.since(takenAt).plus(call).compareTo(length) < 0;
    }
}
