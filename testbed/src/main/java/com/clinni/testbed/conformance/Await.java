package com.clinni.testbed.conformance;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Asks again until it is so, and fails by what was awaited. */
final class Await {

    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final Duration REST = Duration.ofMillis(100);

    private Await() {}

    static void until(String what, Callable<Boolean> isSo) throws Exception {
        var deadline = System.nanoTime() + LIMIT.toNanos();
        while (!isSo.call()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not seen in " + LIMIT.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(REST.toNanos());
        }
    }

    /** It is so all along. */
    static void during(Duration time, String what, Callable<Boolean> isSo) throws Exception {
        var end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            if (!isSo.call()) {
                throw new AssertionError("not so all along: " + what);
            }
            LockSupport.parkNanos(REST.toNanos());
        }
    }
}
