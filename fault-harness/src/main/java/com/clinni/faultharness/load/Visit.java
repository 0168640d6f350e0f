package com.clinni.faultharness.load;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A visit to be booked. The seed alone decides what kind of visit the n-th of a run is.
 *
 * @param number the place in its run
 * @param change what becomes of it afterwards
 * @param after how long afterwards
 */
record Visit(
        int number,
        Clinic clinic,
        Patient patient,
        Instant startsAt,
        Change change,
        Duration after) {

    private static final Duration MOVED_BY = Duration.ofMinutes(61);
    private static final int OF = 100;

    static Visit of(
            long seed,
            int number,
            List<Clinic> clinics,
            BookingHorizon ahead,
            Roster roster,
            Instant now) {
        var random = new SplittableRandom(seed + number * 0x9E3779B97F4A7C15L);
        var clinic = clinics.get(random.nextInt(clinics.size()));
        var patient = roster.patient(Reachability.of(clinic.policy(), random));
        var start = ahead.of(now, random);
        var drawn = random.nextInt(OF);
        var change = drawn < 7 ? Change.MOVED : drawn < 14 ? Change.CANCELLED : Change.NONE;
        return new Visit(
                number,
                clinic,
                patient,
                start.truncatedTo(ChronoUnit.MINUTES),
                change,
                Duration.ofMillis(random.nextInt(3000)));
    }

    /** The same visit with another fate. */
    Visit with(Change wanted) {
        return new Visit(number, clinic, patient, startsAt, wanted, after);
    }

    Instant movedTo() {
        return startsAt.plus(MOVED_BY);
    }
}
