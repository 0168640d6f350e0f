package com.clinni.testbed.demo;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Counts that are looked at again and again until they have stood still for a while. */
final class SettledCounts {

    private final Duration needed;
    private @Nullable StateCounts last;
    private long since;

    SettledCounts(Duration needed) {
        this.needed = needed;
    }

    /** Whether these counts are what they were all that time. */
    boolean standStill(StateCounts now) {
        if (!now.equals(last)) {
            last = now;
            since = System.nanoTime();
        }
        return System.nanoTime() - since >= needed.toNanos();
    }
}
