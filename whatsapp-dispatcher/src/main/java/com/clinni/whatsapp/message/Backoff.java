package com.clinni.whatsapp.message;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Decides how long a message waits after a failed attempt: doubling, capped, and never for all
 * alike.
 */
public record Backoff(Duration first, Duration most, RandomGenerator random) {

    private static final int DOUBLINGS = 20;
    private static final double SPREAD = 0.2;

    public Duration after(int attempts) {
        var doubled = first.multipliedBy(1L << Math.clamp(attempts - 1L, 0, DOUBLINGS));
        var capped = doubled.compareTo(most) > 0 ? most : doubled;
        var factor = 1 + SPREAD * (2 * random.nextDouble() - 1);
        return Duration.ofNanos(Math.round(capped.toNanos() * factor));
    }
}
