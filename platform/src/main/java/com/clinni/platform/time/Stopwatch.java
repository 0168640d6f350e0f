package com.clinni.platform.time;

import java.time.Duration;

/** Elapsed time in nanoseconds, independent of corrections of the clock. */
@FunctionalInterface
public interface Stopwatch {

    /** Nanoseconds since an arbitrary origin. */
    long nanos();

    /** How long ago {@code nanos} was read. */
    default Duration since(long nanos) {
        return Duration.ofNanos(nanos() - nanos);
    }
}
