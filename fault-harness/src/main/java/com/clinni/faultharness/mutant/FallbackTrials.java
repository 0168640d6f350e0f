package com.clinni.faultharness.mutant;

import com.clinni.faultharness.load.Change;
import com.clinni.faultharness.load.Policy;
import com.clinni.faultharness.run.Observation;
import java.time.Duration;
import java.util.Map;

/** Trials of SMS credit. */
final class FallbackTrials {

    private FallbackTrials() {}

    /** More SMS are wanted at once than were bought; each is under way for a while. */
    static Observation creditRunsOut(TrialStage scene) throws InterruptedException {
        try (var round = scene.round(Policy.SMS, 5)) {
            scene.stage().simulators().mode("sms", "SLOW", Map.of("millis", 2_000));
            round.load().changing(Change.NONE).book(24);
            Thread.sleep(Duration.ofSeconds(8));
            return scene.judge(round);
        }
    }
}
