package com.clinni.faultharness.scenario;

import com.clinni.faultharness.plan.Fault;
import com.clinni.faultharness.plan.Fault.Freeze;
import com.clinni.faultharness.run.FaultInjector;
import com.clinni.faultharness.run.Observation;
import com.clinni.faultharness.run.ParallelFaults;
import com.clinni.faultharness.run.Round;
import com.clinni.faultharness.run.Scenario;
import com.clinni.faultharness.run.Stage;
import com.clinni.testbed.run.Service;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A dispatcher stops past its lease while another node takes over, and wakes again: 50 times. */
final class LongPauses implements Scenario {

    private static final int REPETITIONS = 5;

    /** Its lease is six seconds, see the short times. */
    private static final List<Fault> OF_WHATSAPP =
            Collections.nCopies(8, new Freeze(Service.WHATSAPP, Duration.ofSeconds(9)));

    /** Its lease is 38 seconds, the least that it accepts. */
    private static final List<Fault> OF_FALLBACK =
            Collections.nCopies(2, new Freeze(Service.FALLBACK, Duration.ofSeconds(45)));

    @Override
    public String name() {
        return "pauses";
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
                    .strike(List.of(OF_WHATSAPP, OF_FALLBACK));
            return round.judge(Duration.ofMinutes(3));
        }
    }
}
