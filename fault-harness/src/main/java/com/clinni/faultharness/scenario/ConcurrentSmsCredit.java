package com.clinni.faultharness.scenario;

import com.clinni.faultharness.load.Clinic;
import com.clinni.faultharness.load.Policy;
import com.clinni.faultharness.plan.Fault;
import com.clinni.faultharness.plan.Fault.Kill;
import com.clinni.faultharness.run.FaultInjector;
import com.clinni.faultharness.run.Observation;
import com.clinni.faultharness.run.Round;
import com.clinni.faultharness.run.Scenario;
import com.clinni.faultharness.run.Stage;
import com.clinni.testbed.run.LocalProcess;
import com.clinni.testbed.run.Service;
import com.clinni.testbed.run.SystemOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Three processes with 64 sends at once each spend the credit of one clinic, and are killed at it:
 * 10,000 SMS are wanted, 1,000 segments were bought.
 */
final class ConcurrentSmsCredit implements Scenario {

    private static final int REPETITIONS = 4;
    private static final int WANTED = 10_000 / REPETITIONS;
    private static final int CREDIT = 1_000 / REPETITIONS;
    private static final int SLOTS = 64;
    private static final int KILLS = 6;

    @Override
    public String name() {
        return "sms-credit";
    }

    @Override
    public int repetitions() {
        return REPETITIONS;
    }

    /** Almost 400 calls at once on a small machine need the time that calls usually have. */
    @Override
    public SystemOptions prepare(SystemOptions options) {
        return options.with(Service.FALLBACK, "FALLBACK_SLOTS", "" + SLOTS)
                .with(Service.FALLBACK, "MAIL_CALL_LIMIT", "PT15S")
                .with(Service.FALLBACK, "SMS_CALL_LIMIT", "PT15S")
                .with(Service.FALLBACK, "FALLBACK_LEASE", "PT50S")
                .with(Service.FALLBACK, "QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "20");
    }

    @Override
    public Observation run(Stage stage, String tag, Random random) throws Exception {
        var clinic = Clinic.open(stage.clinni(), tag, Policy.SMS, CREDIT, stage.clock().now());
        try (var round = new Round(stage, tag, List.of(clinic), random.nextLong())) {
            var others = new ArrayList<LocalProcess>();
            others.add(stage.another(Service.FALLBACK));
            others.add(stage.another(Service.FALLBACK));
            var booking = Thread.ofVirtual().start(() -> book(round));
            for (var n = 0; n < KILLS; n++) {
                Thread.sleep(Duration.ofMillis(random.nextInt(6_000)));
                var at = stage.clock().now();
                killOneOf(others, stage, random);
                round.disturbed("kill -9 fallback-dispatcher", at, 2 * SLOTS);
            }
            booking.join();
            var seen = round.judge(Duration.ofMinutes(5));
            others.forEach(LocalProcess::kill);
            return seen;
        }
    }

    /** Returns when another node has taken its place. */
    private static void killOneOf(List<LocalProcess> others, Stage stage, Random random)
            throws InterruptedException {
        var n = random.nextInt(others.size() + 1);
        if (n == others.size()) {
            Fault kill = new Kill(Service.FALLBACK);
            new FaultInjector(stage, () -> {}).strike(kill);
        } else {
            others.get(n).kill();
            others.set(n, stage.another(Service.FALLBACK));
        }
    }

    private static void book(Round round) {
        try {
            round.load().book(WANTED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
