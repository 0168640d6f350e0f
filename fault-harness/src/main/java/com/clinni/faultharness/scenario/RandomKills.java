package com.clinni.faultharness.scenario;

import com.clinni.faultharness.plan.Fault;
import com.clinni.faultharness.plan.Fault.Kill;
import com.clinni.faultharness.run.FaultInjector;
import com.clinni.faultharness.run.Observation;
import com.clinni.faultharness.run.ParallelFaults;
import com.clinni.faultharness.run.Round;
import com.clinni.faultharness.run.Scenario;
import com.clinni.faultharness.run.Stage;
import com.clinni.testbed.run.Service;
import com.clinni.testbed.run.SystemOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;

/** 40,000 reminders while any service is killed at any moment: 150 times in all. */
final class RandomKills implements Scenario {

    private static final int REPETITIONS = 10;
    private static final int KILLS = 150 / REPETITIONS;
    private static final int VISITS = 40_000 / REPETITIONS;

    @Override
    public String name() {
        return "random-kills";
    }

    @Override
    public int repetitions() {
        return REPETITIONS;
    }

    @Override
    public SystemOptions prepare(SystemOptions options) {
        return options.with(Service.WHATSAPP, "WHATSAPP_LINES_DEFAULT_SEND_INTERVAL", "10ms");
    }

    @Override
    public Observation run(Stage stage, String tag, Random random) throws Exception {
        try (var round = Round.ofAllPolicies(stage, tag, random.nextLong())) {
            var booking = Thread.ofVirtual().start(() -> book(round));
            new ParallelFaults(new FaultInjector(stage, () -> {})).strike(kills(random).values());
            booking.join();
            return round.judge(Duration.ofMinutes(5));
        }
    }

    private static void book(Round round) {
        try {
            round.load().book(VISITS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static EnumMap<Service, List<Fault>> kills(Random random) {
        var kills = new EnumMap<Service, List<Fault>>(Service.class);
        for (var n = 0; n < KILLS; n++) {
            var service = Service.values()[random.nextInt(Service.values().length)];
            var theirs = kills.computeIfAbsent(service, s -> new ArrayList<>());
            theirs.add(new Fault.Wait(Duration.ofMillis(random.nextInt(8_000))));
            theirs.add(new Kill(service));
        }
        return kills;
    }
}
