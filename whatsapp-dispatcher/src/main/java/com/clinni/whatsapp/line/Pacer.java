package com.clinni.whatsapp.line;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * Decides when a line's next message may leave: never regular, because regularity is what gets a
 * number banned.
 */
public final class Pacer {

    private final RandomGenerator random;

    public Pacer(RandomGenerator random) {
        this.random = random;
    }

    /** How long the gap is on average. */
    public static Duration mean(Duration interval, double jitter) {
        return Duration.ofNanos(Math.round(interval.toNanos() * (1 + jitter / 2)));
    }

    /**
     * An interval after now, longer by up to {@code jitter} of itself, never shorter: in no second
     * does more leave than the interval allows. After a quiet hour nothing is made up for.
     */
    public Instant next(Instant now, Duration interval, double jitter) {
        var factor = 1 + jitter * random.nextDouble();
        return now.plusNanos(Math.round(interval.toNanos() * factor));
    }
}
