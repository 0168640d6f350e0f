package com.clinni.faultharness.run;

import java.time.Duration;

/** A few visits that nobody judges: the first of everything is slow, and that is no fault. */
record WarmUp(Stage stage) {

    private static final int VISITS = 70;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    void play(long seed) throws InterruptedException {
        try (var round = Round.ofAllPolicies(stage, "warm-up", seed)) {
            round.load().book(VISITS);
            round.judge(PATIENCE);
        }
    }
}
