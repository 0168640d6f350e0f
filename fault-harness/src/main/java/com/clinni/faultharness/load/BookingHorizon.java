package com.clinni.faultharness.load;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** How far ahead visits are booked: at least so long, at most so much longer. Less than a day. */
public record BookingHorizon(Duration soonest, Duration spread) {

    /** Nothing expires while a run lasts. */
    public static final BookingHorizon USUAL =
            new BookingHorizon(Duration.ofHours(5), Duration.ofHours(10));

    Instant of(Instant now, RandomGenerator random) {
        return now.plus(soonest).plusSeconds(random.nextLong(spread.toSeconds()));
    }
}
