package com.clinni.faultharness.scenario;

import com.clinni.faultharness.run.Groups;
import com.clinni.faultharness.run.Observation;
import com.clinni.faultharness.run.Round;
import com.clinni.faultharness.run.Scenario;
import com.clinni.faultharness.run.Server;
import com.clinni.faultharness.run.Stage;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;

/**
 * Takes PostgreSQL away under load, cleanly or by kill -9, and brings it back after a minute or
 * more. A service that cannot store takes nothing in, and goes on by itself when it can.
 */
final class PostgresOutage implements Scenario {

    private static final int TIMES = 3;

    /** Within it what was stored before is committed to the broker. */
    private static final Duration TO_SETTLE = Duration.ofSeconds(15);

    @Override
    public String name() {
        return "postgres-away";
    }

    @Override
    public int repetitions() {
        return 2;
    }

    @Override
    public Observation run(Stage stage, String tag, Random random) throws Exception {
        var advances = 0;
        try (var round = Round.ofAllPolicies(stage, tag, random.nextLong());
                var groups = new Groups(stage)) {
            round.load().steady(6);
            var postgres = Server.postgres(stage);
            for (var n = 0; n < TIMES; n++) {
                Thread.sleep(Duration.ofSeconds(10 + random.nextInt(10)));
                postgres.end(random.nextBoolean());
                advances += advancesIn(groups, Duration.ofSeconds(45 + random.nextInt(30)));
                postgres.start();
            }
            return round.judge(Duration.ofMinutes(4))
                    .with("times away", TIMES)
                    .complainIf(advances > 0, advances + " offsets moved without a database");
        }
    }

    private static int advancesIn(Groups groups, Duration lasts) throws Exception {
        Thread.sleep(TO_SETTLE);
        var concerned = groups.names();
        var first = groups.committed(concerned);
        Thread.sleep(lasts);
        var last = groups.committed(concerned);
        return (int)
                concerned.stream()
                        .filter(name -> !Objects.equals(first.get(name), last.get(name)))
                        .count();
    }
}
