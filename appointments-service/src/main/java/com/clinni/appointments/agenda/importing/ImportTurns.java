package com.clinni.appointments.agenda.importing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Turns of agenda files: few are read at once, because a large one takes tens of megabytes until it
 * is booked, and the memory of a node was measured for so many. The others wait a little.
 */
@ApplicationScoped
public class ImportTurns {

    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Semaphore turns;
    private final Duration patience;

    ImportTurns() {
        this(AT_ONCE, PATIENCE);
    }

    ImportTurns(int atOnce, Duration patience) {
        this.turns = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /** The answer of whoever had a turn; nothing when none was free in time. */
    public <T> Optional<T> take(Supplier<T> importing) {
        if (!isFree()) {
            return Optional.empty();
        }
        try {
            return Optional.of(importing.get());
        } finally {
            turns.release();
        }
    }

    private boolean isFree() {
        try {
            return turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
