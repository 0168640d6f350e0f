package com.clinni.faultharness.plan;

import com.clinni.faultharness.plan.Fault.Crash;
import com.clinni.faultharness.plan.Fault.Cut;
import com.clinni.faultharness.plan.Fault.Freeze;
import com.clinni.faultharness.plan.Fault.Kill;
import com.clinni.faultharness.plan.Fault.Restart;
import com.clinni.testbed.agent.CrashPoint;
import com.clinni.testbed.run.Link;
import com.clinni.testbed.run.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The short run's faults: a third of the crash points, some kills, a freeze, one cut of each kind
 * and a rolling restart. A pure function of the seed.
 *
 * @param deaths at the same time in different services, in order in each
 * @param cuts of different links at the same time
 * @param restarts one clean restart of each service
 */
public record FaultPlan(Map<Service, List<Fault>> deaths, List<Cut> cuts, List<Restart> restarts) {

    /** Crash points are taken in turns: three seeds in a row see all of them. */
    private static final int TURNS = 3;

    private static final int KILLS = 5;
    private static final int LATEST_HIT = 3;
    private static final int SHORTEST_CUT = 5;
    private static final Duration FREEZE = Duration.ofSeconds(12);

    public static FaultPlan of(long seed) {
        var random = new Random(seed);
        var deaths = new EnumMap<Service, List<Fault>>(Service.class);
        for (var service : Service.values()) {
            deaths.put(service, new ArrayList<>());
        }
        crashes(Math.floorMod(seed, TURNS), random)
                .forEach(crash -> add(deaths, crash.point().service(), crash));
        for (var n = 0; n < KILLS; n++) {
            var service = withFewFaults(deaths, random);
            add(deaths, service, new Kill(service));
        }
        deaths.values().forEach(faults -> Collections.shuffle(faults, random));
        deaths.values().forEach(faults -> faults.sort(Comparator.comparing(Fault::needsLetters)));
        add(deaths, Service.WHATSAPP, new Freeze(Service.WHATSAPP, FREEZE));
        var restarts = shuffled(Stream.of(Service.values()), random).stream();
        return new FaultPlan(deaths, cuts(random), restarts.map(Restart::new).toList());
    }

    /** Half of the services beside the other half, as a deployment of all of them does. */
    public List<List<Restart>> restartsInTwoRows() {
        var half = restarts.size() / 2;
        return List.of(restarts.subList(0, half), restarts.subList(half, restarts.size()));
    }

    /** One a line, as it will be done. */
    public List<String> lines() {
        return Stream.of(
                        deaths.values().stream().flatMap(List::stream),
                        cuts.stream(),
                        restarts.stream())
                .flatMap(faults -> faults)
                .map(Object::toString)
                .toList();
    }

    private static void add(Map<Service, List<Fault>> deaths, Service service, Fault fault) {
        deaths.computeIfAbsent(service, _ -> new ArrayList<>()).add(fault);
    }

    private static List<Crash> crashes(int turn, Random random) {
        return Arrays.stream(CrashPoint.values())
                .filter(point -> point.ordinal() % TURNS == turn)
                .map(point -> new Crash(point, 1 + random.nextInt(LATEST_HIT)))
                .toList();
    }

    /** The rows are played beside each other: the longest decides how long it takes. */
    private static Service withFewFaults(Map<Service, List<Fault>> deaths, Random random) {
        var fewest = deaths.values().stream().mapToInt(List::size).min().orElseThrow();
        var candidates =
                deaths.entrySet().stream()
                        .filter(row -> row.getValue().size() <= fewest + 1)
                        .map(Map.Entry::getKey)
                        .toList();
        return candidates.get(random.nextInt(candidates.size()));
    }

    private static List<Cut> cuts(Random random) {
        var kinds = CutKind.values();
        var links = shuffled(Stream.of(Link.values()), random);
        return IntStream.range(0, kinds.length)
                .mapToObj(
                        n ->
                                new Cut(
                                        links.get(n),
                                        kinds[n],
                                        Duration.ofSeconds(SHORTEST_CUT + random.nextInt(5))))
                .toList();
    }

    private static <T> List<T> shuffled(Stream<T> all, Random random) {
        var list = new ArrayList<>(all.toList());
        Collections.shuffle(list, random);
        return list;
    }
}
