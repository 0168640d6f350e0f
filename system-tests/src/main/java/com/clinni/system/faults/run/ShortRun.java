package com.clinni.system.faults.run;

import com.clinni.system.faults.plan.Fault;
import com.clinni.system.faults.plan.FaultPlan;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Everything once, in a few minutes: the seed decides what exactly. */
public record ShortRun(Stage stage, long seed, PrintStream out) {

    private static final double VISITS_PER_SECOND = 6;
    private static final Duration IN_HEALTH = Duration.ofSeconds(8);
    private static final Duration DRAIN = Duration.ofSeconds(90);

    public Observation play() throws InterruptedException {
        var plan = FaultPlan.of(seed);
        out.println("SEED=" + seed);
        plan.lines().forEach(line -> out.println("  will " + line));
        try (var round = Round.ofAllPolicies(stage, "short-" + Long.toHexString(seed), seed)) {
            round.load().steady(VISITS_PER_SECOND);
            Thread.sleep(IN_HEALTH);
            inTurns(plan);
            strike(plan.restarts());
            return round.judge(DRAIN);
        }
    }

    /** One service's faults one after the other, the services beside each other. */
    private void inTurns(FaultPlan plan) throws InterruptedException {
        try (var lanes = Executors.newVirtualThreadPerTaskExecutor()) {
            var all =
                    plan.together().values().stream()
                            .<Callable<Void>>map(faults -> () -> strike(faults))
                            .toList();
            for (var lane : lanes.invokeAll(all)) {
                lane.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a fault could not be done", e.getCause());
        }
    }

    private Void strike(List<? extends Fault> faults) throws InterruptedException {
        for (var fault : faults) {
            out.println("  did " + new Striking(stage).strike(fault));
        }
        return null;
    }
}
