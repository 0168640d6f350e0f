package com.clinni.faultharness.load;

import com.clinni.testbed.client.Answer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Repeats a call until it is answered: services are being killed, and callers have to cope with
 * that.
 */
public final class PersistentCalls {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    private PersistentCalls() {}

    /** The answer, a success; a refusal is an exception. */
    public static Answer on(Supplier<Answer> question) {
        return onValue(() -> question.get().orThrow());
    }

    /** What was asked for, as soon as somebody answers. */
    public static <T> T onValue(Supplier<T> question) {
        var giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return question.get();
            } catch (UncheckedIOException e) {
                if (System.nanoTime() > giveUpAt || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
        }
    }
}
