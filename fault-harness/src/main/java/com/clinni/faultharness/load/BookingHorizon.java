package com.clinni.faultharness.load;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * The time between a booking and its visit: a minimum and a random part above it. Less than a day
 * in all.
 */
public record BookingHorizon(Duration soonest, Duration spread) {

    /** Nothing expires while a run lasts. */
    public static final BookingHorizon USUAL =
            new BookingHorizon(Duration.ofHours(5), Duration.ofHours(10));

    Instant of(Instant now, RandomGenerator random) {
        return now.plus(soonest).plusSeconds(random.nextLong(spread.toSeconds()));
    }
}
