package com.clinni.faultharness.scenario;

import com.clinni.faultharness.run.Groups;
import com.clinni.faultharness.run.Observation;
import com.clinni.faultharness.run.Round;
import com.clinni.faultharness.run.Scenario;
import com.clinni.faultharness.run.Stage;
import com.clinni.testbed.run.Service;
import java.time.Duration;
import java.util.Random;

/**
 * The broker forgets how far every group is, or is told that all are at the begin, after each topic
 * got more partitions: everything is consumed again, and no patient hears of it.
 */
final class LostOffsets implements Scenario {

    private static final int TIMES = 2;
    private static final int MORE_PARTITIONS = 2;

    @Override
    public String name() {
        return "offsets-lost";
    }

    @Override
    public int repetitions() {
        return 2;
    }

    @Override
    public Observation run(Stage stage, String tag, Random random) throws Exception {
        var lost = 0;
        try (var round = Round.ofAllPolicies(stage, tag, random.nextLong());
                var groups = new Groups(stage)) {
            round.load().steady(8);
            for (var n = 0; n < TIMES; n++) {
                Thread.sleep(Duration.ofSeconds(15));
                groups.addPartitions(MORE_PARTITIONS);
                Thread.sleep(Duration.ofSeconds(10));
                lost += lose(stage, groups, random.nextBoolean());
            }
            Thread.sleep(Duration.ofSeconds(10));
            return round.judge(Duration.ofMinutes(4)).with("groups that lost their place", lost);
        }
    }

    private static int lose(Stage stage, Groups groups, boolean altogether) throws Exception {
        for (var service : Service.values()) {
            stage.system().service(service).stop(Duration.ofSeconds(30));
        }
        var names = groups.names();
        for (var name : names) {
            if (altogether) {
                groups.forget(name);
            } else {
                groups.rewind(name);
            }
        }
        for (var service : Service.values()) {
            stage.system().service(service).start();
        }
        for (var service : Service.values()) {
            stage.system().awaitReady(service);
        }
        return names.size();
    }
}
