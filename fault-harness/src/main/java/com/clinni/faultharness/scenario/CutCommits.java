package com.clinni.faultharness.scenario;

import com.clinni.faultharness.run.Observation;
import com.clinni.faultharness.run.Round;
import com.clinni.faultharness.run.Scenario;
import com.clinni.faultharness.run.Stage;
import com.clinni.testbed.fault.CommitCuts.Side;
import java.time.Duration;
import java.util.Random;

/**
 * Connections to the three databases are cut at their COMMIT, before the server has it or after it
 * did it: 300 times.
 */
final class CutCommits implements Scenario {

    private static final int REPETITIONS = 6;
    private static final int CUTS = 300 / REPETITIONS;
    private static final double SHARE = 0.1;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Override
    public String name() {
        return "cut-commits";
    }

    @Override
    public int repetitions() {
        return REPETITIONS;
    }

    @Override
    public Observation run(Stage stage, String tag, Random random) throws Exception {
        var cuts = stage.links().commits();
        try (var round = Round.ofAllPolicies(stage, tag, random.nextLong())) {
            var before = cuts.made();
            round.load().steady(8);
            Thread.sleep(Duration.ofSeconds(3));
            var begun = stage.clock().now();
            var giveUpAt = System.nanoTime() + PATIENCE.toNanos();
            cuts.cut(CUTS, SHARE, Side.EITHER);
            while (cuts.left() > 0 && System.nanoTime() < giveUpAt) {
                Thread.sleep(Duration.ofMillis(100));
            }
            var made = cuts.made() - before;
            round.disturbed("commits cut", begun, made);
            return round.judge(Duration.ofMinutes(3))
                    .with("commits cut", made)
                    .complainIf(made < CUTS, "only " + made + " commits were cut");
        }
    }
}
