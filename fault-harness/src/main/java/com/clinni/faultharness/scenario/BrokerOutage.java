package com.clinni.faultharness.scenario;

import com.clinni.faultharness.run.Observation;
import com.clinni.faultharness.run.Round;
import com.clinni.faultharness.run.Scenario;
import com.clinni.faultharness.run.Server;
import com.clinni.faultharness.run.Stage;
import java.time.Duration;
import java.util.Random;

/**
 * Kafka is restarted a few times, and then away for half an hour of the system's clock while visits
 * go on being booked: everything comes later, and nothing else happens.
 */
final class BrokerOutage implements Scenario {

    private static final int RESTARTS = 5;
    private static final Duration AWAY = Duration.ofMinutes(30);

    /** Shorter than a withdrawal may take in trouble: it must not look late because of a step. */
    private static final Duration STEP = Duration.ofSeconds(30);

    private static final Duration BETWEEN_STEPS = Duration.ofMillis(1_500);
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
            var steps = AWAY.dividedBy(STEP);
            for (var n = 0; n < steps; n++) {
                stage.clock().advanceBy(STEP);
                Thread.sleep(BETWEEN_STEPS);
            }
            var booked = round.due().size() - before;
            kafka.start();
            var expected = PER_SECOND * BETWEEN_STEPS.multipliedBy(steps).toSeconds();
            return round.judge(DRAINED_WITHIN)
                    .with("booked while it was away", booked)
                    .complainIf(booked < 0.8 * expected, "only " + booked + " could be booked");
        }
    }
}
