package com.clinni.faultharness.scenario;

import com.clinni.faultharness.plan.Fault.Restart;
import com.clinni.faultharness.run.FaultInjector;
import com.clinni.faultharness.run.Observation;
import com.clinni.faultharness.run.Round;
import com.clinni.faultharness.run.Scenario;
import com.clinni.faultharness.run.Stage;
import com.clinni.testbed.run.Service;
import java.time.Duration;
import java.util.Random;

/**
 * Ends every service cleanly and starts it again, under load: 30 times. No send may be in doubt.
 */
final class RollingRestarts implements Scenario {

    private static final int REPETITIONS = 6;
    private static final int EACH = 30 / REPETITIONS;

    @Override
    public String name() {
        return "rolling-restarts";
    }

    @Override
    public int repetitions() {
        return REPETITIONS;
    }

    @Override
    public Observation run(Stage stage, String tag, Random random) throws Exception {
        try (var round = Round.ofAllPolicies(stage, tag, random.nextLong())) {
            round.load().steady(8);
            var striking = new FaultInjector(stage, () -> {});
            for (var n = 0; n < EACH; n++) {
                for (var service : Service.values()) {
                    striking.strike(new Restart(service));
                }
            }
            var seen = round.judge(Duration.ofMinutes(3));
            var doubts = seen.verdict().counts().doubts().all();
            return seen.with("rolling restarts", EACH)
                    .complainIf(doubts > 0, doubts + " in doubt by clean restarts");
        }
    }
}
