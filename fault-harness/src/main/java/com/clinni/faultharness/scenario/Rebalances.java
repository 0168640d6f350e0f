package com.clinni.faultharness.scenario;

import com.clinni.faultharness.plan.Fault;
import com.clinni.faultharness.plan.Fault.Rebalance;
import com.clinni.faultharness.run.FaultInjector;
import com.clinni.faultharness.run.Observation;
import com.clinni.faultharness.run.ParallelFaults;
import com.clinni.faultharness.run.Round;
import com.clinni.faultharness.run.Scenario;
import com.clinni.faultharness.run.Stage;
import com.clinni.testbed.run.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;

/** A second node of a service comes and goes under load, cleanly or by kill -9: 50 times. */
final class Rebalances implements Scenario {

    private static final int REPETITIONS = 5;
    private static final int EACH = 50 / REPETITIONS;

    @Override
    public String name() {
        return "rebalances";
    }

    @Override
    public int repetitions() {
        return REPETITIONS;
    }

    @Override
    public Observation run(Stage stage, String tag, Random random) throws Exception {
        try (var round = Round.ofAllPolicies(stage, tag, random.nextLong())) {
            round.load().steady(8);
            new ParallelFaults(new FaultInjector(stage, () -> {}))
                    .strike(rebalances(random).values());
            return round.judge(Duration.ofMinutes(3));
        }
    }

    private static EnumMap<Service, List<Fault>> rebalances(Random random) {
        var rebalances = new EnumMap<Service, List<Fault>>(Service.class);
        for (var n = 0; n < EACH; n++) {
            var service = Service.values()[n % Service.values().length];
            rebalances
                    .computeIfAbsent(service, s -> new ArrayList<>())
                    .add(new Rebalance(service, random.nextBoolean()));
        }
        return rebalances;
    }
}
