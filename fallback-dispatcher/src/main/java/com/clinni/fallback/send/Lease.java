package com.clinni.fallback.send;

import com.clinni.platform.time.Stopwatch;
import java.time.Duration;

/**
 * How long this node may act on a claim, by elapsed time. It begins before the database's does, so
 * it is over first.
 *
 * @param takenAt nanoseconds of the stopwatch before the claim began
 */
record Lease(long takenAt, Duration length) {

    /** Whether a call that begins now ends within the lease. */
    boolean outlasts(Duration call, Stopwatch stopwatch) {
        return stopwatch.since(takenAt).plus(call).compareTo(length) < 0;
    }
}
