package com.clinni.faultharness.scenario;

import com.clinni.faultharness.run.Observation;
import com.clinni.faultharness.run.Round;
import com.clinni.faultharness.run.Scenario;
import com.clinni.faultharness.run.Server;
import com.clinni.faultharness.run.SmallDisk;
import com.clinni.faultharness.run.Stage;
import java.time.Duration;
import java.util.Random;

/**
 * The databases' disk is full for a while, and then Kafka's. Nothing is lost, and whatever stopped
 * for it runs again once there is room.
 */
final class DiskFull implements Scenario {

    private static final int MEGABYTES = 1_000;
    private static final Duration FULL = Duration.ofSeconds(60);

    @Override
    public String name() {
        return "disk-full";
    }

    @Override
    public int repetitions() {
        return 2;
    }

    @Override
    public Observation run(Stage stage, String tag, Random random) throws Exception {
        try (var databases = disk(stage, "postgresql", "postgres");
                var log = disk(stage, "kafka", "kafka")) {
            Server.postgres(stage).awaitAnswer();
            Server.kafka(stage).awaitAnswer();
            stage.heal();
            try (var round = Round.ofAllPolicies(stage, tag, random.nextLong())) {
                round.load().steady(6);
                Thread.sleep(Duration.ofSeconds(10));
                var byDatabases = Server.postgres(stage).without(databases, FULL);
                Thread.sleep(Duration.ofSeconds(20));
                var byKafka = Server.kafka(stage).without(log, FULL);
                Thread.sleep(Duration.ofSeconds(10));
                return round.judge(Duration.ofMinutes(5))
                        .with("refused by PostgreSQL", byDatabases)
                        .with("refused by Kafka", byKafka)
                        .complainIf(byDatabases == 0, "PostgreSQL never was without room")
                        .complainIf(byKafka == 0, "Kafka never was without room");
            }
        }
    }

    private static SmallDisk disk(Stage stage, String process, String directory) {
        var files = stage.data().resolve(directory);
        return SmallDisk.under(stage.system().process(process), files, MEGABYTES);
    }
}
