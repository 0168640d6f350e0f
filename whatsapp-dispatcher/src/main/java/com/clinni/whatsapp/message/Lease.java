package com.clinni.whatsapp.message;

import com.clinni.platform.time.Stopwatch;
import java.time.Duration;

/**
 * The time for which this node may act on a claim, elapsed and not told by a clock: a node that
 * slept through its lease must not write a byte, because another may have found out meanwhile what
 * became of the message.
 *
 * @param takenAt nanoseconds of the stopwatch before the claim began
 */
public record Lease(long takenAt, Duration length) {

    /** Whether a call that begins now ends within the lease. */
    public boolean outlasts(Duration call, Stopwatch stopwatch) {
        return stopwatch.since(takenAt).plus(call).compareTo(length) < 0;
    }
}
