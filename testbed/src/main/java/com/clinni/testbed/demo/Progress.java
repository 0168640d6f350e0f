package com.clinni.testbed.demo;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Says what the demo is doing, and waits for things to happen without giving up too early. */
final class Progress {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(3);

    private final PrintStream out;

    Progress(PrintStream out) {
        this.out = out;
    }

    void step(String what) {
        out.println();
        out.println("» " + what);
    }

    void say(String what) {
        out.println("  " + what);
    }

    /**
     * Looks again and again until it is so. A system that does not answer is waited for: it may be
     * starting again. Throws when the limit passes first.
     */
    void await(String what, Duration limit, Supplier<String> state, BooleanSupplier isSo) {
        var giveUp = Instant.now().plus(limit);
        var nextLine = Instant.now().plus(BETWEEN_LINES);
        while (!holds(isSo)) {
            if (Instant.now().isAfter(giveUp)) {
                throw new IllegalStateException("Waited " + limit + " in vain for: " + what);
            }
            if (Instant.now().isAfter(nextLine)) {
                say(described(state));
                nextLine = Instant.now().plus(BETWEEN_LINES);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        say(described(state));
    }

    private static boolean holds(BooleanSupplier isSo) {
        try {
            return isSo.getAsBoolean();
        } catch (UncheckedIOException | IllegalStateException e) {
            return false;
        }
    }

    private static String described(Supplier<String> state) {
        try {
            return state.get();
        } catch (UncheckedIOException | IllegalStateException e) {
            return "the system does not answer just now; waiting for it";
        }
    }
}
