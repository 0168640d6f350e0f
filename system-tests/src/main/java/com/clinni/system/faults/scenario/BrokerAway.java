package com.clinni.system.faults.scenario;

import com.clinni.system.faults.run.Observation;
import com.clinni.system.faults.run.Round;
import com.clinni.system.faults.run.Scenario;
import com.clinni.system.faults.run.Server;
import com.clinni.system.faults.run.Stage;
import java.time.Duration;
import java.util.Random;

/**
 * Kafka is restarted a few times, and then away for half an hour of the system's clock while visits
 * go on being booked: everything comes later, and nothing else happens.
 */
final class BrokerAway implements Scenario {

    private static final int RESTARTS = 5;
    private static final int MINUTES = 30;
    private static final Duration A_MINUTE_LASTS = Duration.ofSeconds(3);
    private static final double PER_SECOND = 6;
    private static final Duration DRAINED_WITHIN = Duration.ofMinutes(5);

    @Override
    public String name() {
        return "broker-away";
    }

    @Override
    public int repetitions() {
        return 2;
    }

    @Override
    public Observation run(Stage stage, String tag, Random random) throws Exception {
        try (var round = Round.ofAllPolicies(stage, tag, random.nextLong())) {
            round.load().steady(PER_SECOND);
            Thread.sleep(Duration.ofSeconds(5));
            var kafka = Server.kafka(stage);
            for (var n = 0; n < RESTARTS; n++) {
                kafka.end(random.nextBoolean());
                kafka.start();
                Thread.sleep(Duration.ofSeconds(1 + random.nextInt(6)));
            }
            kafka.end(random.nextBoolean());
            var before = round.due().size();
            for (var n = 0; n < MINUTES; n++) {
                stage.clock().advanceBy(Duration.ofMinutes(1));
                Thread.sleep(A_MINUTE_LASTS);
            }
            var booked = round.due().size() - before;
            kafka.start();
            var expected = PER_SECOND * MINUTES * A_MINUTE_LASTS.toSeconds();
            return round.judge(DRAINED_WITHIN)
                    .with("booked while it was away", booked)
                    .complainIf(booked < 0.8 * expected, "only " + booked + " could be booked");
        }
    }
}
