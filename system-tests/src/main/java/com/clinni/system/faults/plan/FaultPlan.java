package com.clinni.system.faults.plan;

import com.clinni.system.faults.plan.Fault.Crash;
import com.clinni.system.faults.plan.Fault.Freeze;
import com.clinni.system.faults.plan.Fault.Kill;
import com.clinni.system.faults.plan.Fault.Restart;
import com.clinni.testbed.agent.CrashPoint;
import com.clinni.testbed.run.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The short run's faults: a third of the crash points, some kills, a freeze, cuts, and a rolling
 * restart. A pure function of the seed.
 *
 * @param together what happens at the same time in different services, in order in each
 * @param restarts one clean restart of each service, one after the other
 */
public record FaultPlan(Map<Service, List<Fault>> together, List<Restart> restarts) {

    /** Crash points are taken in turns: three seeds in a row see all of them. */
    private static final int TURNS = 3;

    private static final int KILLS = 5;
    private static final int LATEST_HIT = 3;
    private static final Duration FREEZE = Duration.ofSeconds(12);

    public static FaultPlan of(long seed) {
        var random = new Random(seed);
        var all = new ArrayList<Fault>(crashes(Math.floorMod(seed, TURNS), random));
        IntStream.range(0, KILLS).forEach(n -> all.add(new Kill(anyOf(random))));
        Collections.shuffle(all, random);
        all.add(new Freeze(Service.WHATSAPP, FREEZE));
        var together = new EnumMap<Service, List<Fault>>(Service.class);
        all.forEach(f -> together.computeIfAbsent(f.service(), s -> new ArrayList<>()).add(f));
        var order = new ArrayList<>(List.of(Service.values()));
        Collections.shuffle(order, random);
        return new FaultPlan(together, order.stream().map(Restart::new).toList());
    }

    /** One a line, as it will be done. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        together.values().forEach(faults -> faults.forEach(fault -> lines.add(fault.toString())));
        restarts.forEach(restart -> lines.add(restart.toString()));
        return lines;
    }

    private static List<Crash> crashes(int turn, Random random) {
        return Arrays.stream(CrashPoint.values())
                .filter(point -> point.ordinal() % TURNS == turn)
                .filter(point -> point.kind() != CrashPoint.Kind.LINK)
                .map(point -> new Crash(point, 1 + random.nextInt(LATEST_HIT)))
                .toList();
    }

    private static Service anyOf(Random random) {
        return Service.values()[random.nextInt(Service.values().length)];
    }
}
