package com.clinni.testbed.demo;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
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
     * starting again. Throws when the limit passes first, or the thread is interrupted: then the
     * system is being stopped, and nobody will answer.
     */
    void await(String what, Duration limit, Supplier<String> state, BooleanSupplier isSo) {
        var giveUp = System.nanoTime() + limit.toNanos();
        var nextLine = System.nanoTime() + BETWEEN_LINES.toNanos();
        while (!holds(isSo)) {
            goOn();
            if (System.nanoTime() - giveUp > 0) {
                throw new IllegalStateException("Waited " + limit + " in vain for: " + what);
            }
            if (System.nanoTime() - nextLine > 0) {
                say(described(state));
                nextLine = System.nanoTime() + BETWEEN_LINES.toNanos();
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        say(described(state));
    }

    /**
     * Asks until somebody answers: the system may be starting again, and whatever is asked here may
     * be asked twice. Throws when nobody does within the limit.
     */
    <T> T persist(Duration limit, Supplier<T> question) {
        var answer = new AtomicReference<T>();
        var giveUp = System.nanoTime() + limit.toNanos();
        while (!holds(() -> answered(answer, question))) {
            goOn();
            if (System.nanoTime() - giveUp > 0) {
                throw new IllegalStateException("The system did not answer for " + limit);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return answer.get();
    }

    private static void goOn() {
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("The demo was ended before it was over.");
        }
    }

    private static <T> boolean answered(AtomicReference<T> answer, Supplier<T> question) {
        answer.set(question.get());
        return true;
    }

    private static boolean holds(BooleanSupplier isSo) {
        try {
            return isSo.getAsBoolean();
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static String described(Supplier<String> state) {
        try {
            return state.get();
        } catch (UncheckedIOException e) {
            return "the system does not answer just now; waiting for it";
        }
    }
}
