package com.clinni.faultharness.scenario;

import com.clinni.faultharness.plan.Fault;
import com.clinni.faultharness.plan.Fault.Crash;
import com.clinni.faultharness.run.FaultInjector;
import com.clinni.faultharness.run.Observation;
import com.clinni.faultharness.run.ParallelFaults;
import com.clinni.faultharness.run.Round;
import com.clinni.faultharness.run.Scenario;
import com.clinni.faultharness.run.Stage;
import com.clinni.faultharness.run.SupportReplay;
import com.clinni.testbed.agent.CrashPoint;
import com.clinni.testbed.run.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Kills the processes at every crash point once, under a steady load. */
final class EveryCrashPoint implements Scenario {

    private static final int LATEST_HIT = 5;

    @Override
    public String name() {
        return "crash-points";
    }

    @Override
    public int repetitions() {
        return 5;
    }

    @Override
    public Observation run(Stage stage, String tag, Random random) throws Exception {
        try (var round = Round.ofAllPolicies(stage, tag, random.nextLong())) {
            var support = new SupportReplay(stage.clinni(), round.clinics());
            round.load().steady(6);
            Thread.sleep(Duration.ofSeconds(5));
            var crashes = Arrays.stream(Service.values()).map(s -> crashes(s, random)).toList();
            new ParallelFaults(new FaultInjector(stage, support::tryOnce)).strike(crashes);
            return round.judge(Duration.ofMinutes(3));
        }
    }

    private static List<? extends Fault> crashes(Service service, Random random) {
        var crashes = new ArrayList<Fault>();
        for (var point : CrashPoint.values()) {
            if (point.service() == service) {
                crashes.add(new Crash(point, 1 + random.nextInt(LATEST_HIT)));
            }
        }
        Collections.shuffle(crashes, random);
        crashes.sort(Comparator.comparing(Fault::needsLetters));
        return crashes;
    }
}
