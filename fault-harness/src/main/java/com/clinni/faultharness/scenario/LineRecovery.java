package com.clinni.faultharness.scenario;

import com.clinni.faultharness.check.SendOrder;
import com.clinni.faultharness.run.Observation;
import java.time.Duration;

/**
 * Checks how a line that was down for long begins to send again.
 *
 * @param interval the shortest time between two sends that it was told
 * @param rampUp how long it takes to come back to its rate
 * @param clinics how many wait, one of them with much more than the others
 */
record LineRecovery(SendOrder line, Duration interval, Duration rampUp, int clinics) {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final int FIRST = 500;

    /** So many times its even part may a clinic have: not all are as urgent. */
    private static final int FAIR = 3;

    private static final int PERCENT = 100;

    Observation in(Observation seen) {
        var allowed = Math.ceilDiv(SECOND.toMillis(), interval.toMillis());
        var most = line.mostWithin(SECOND);
        var atFirst = line.in(TEN_SECONDS, Duration.ZERO);
        var later = line.in(TEN_SECONDS, rampUp.plus(TEN_SECONDS));
        var overtaking = line.overtaking(SECOND);
        var part = (int) (PERCENT * line.largestShareOf(FIRST));
        return seen.with("most in a second", most)
                .with("allowed in a second", allowed)
                .with("in the first ten seconds", atFirst)
                .with("in ten seconds after the ramp", later)
                .with("overtaking", overtaking)
                .with("largest clinic's part of the first %d, %%".formatted(FIRST), part)
                .complainIf(most > allowed, most + " left in one second")
                .complainIf(2 * atFirst > later, atFirst + " left in the first ten seconds")
                .complainIf(overtaking > 0, overtaking + " left before somebody more urgent")
                .complainIf(part > FAIR * PERCENT / clinics, "one clinic had " + part + " %")
                .complainIf(line.size() == 0, "nothing left by WhatsApp");
    }
}
