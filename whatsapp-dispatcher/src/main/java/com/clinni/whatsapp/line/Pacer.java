package com.clinni.whatsapp.line;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * When a line's next message may leave: never regular, because regularity is what gets a number
 * banned.
 */
public final class Pacer {

    private final RandomGenerator random;

    public Pacer(RandomGenerator random) {
        this.random = random;
    }

    /** An interval after now, longer or shorter by up to {@code jitter} of itself. */
    public Instant next(Instant now, Duration interval, double jitter) {
        var factor = 1 + jitter * (2 * random.nextDouble() - 1);
        return now.plusNanos(Math.round(interval.toNanos() * factor));
    }
}
