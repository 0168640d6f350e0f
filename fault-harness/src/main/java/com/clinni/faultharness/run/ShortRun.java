package com.clinni.faultharness.run;

import com.clinni.faultharness.plan.FaultPlan;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Plays everything once, in a few minutes: the seed decides what exactly. */
public record ShortRun(Stage stage, long seed, PrintStream out) {

    /** Those that are suitable: two seeds in a row see both. */
    private static final List<String> ENGINES = List.of("GOWS", "NOWEB");

    private static final double VISITS_PER_SECOND = 3;
    private static final Duration IN_HEALTH = Duration.ofSeconds(8);
    private static final Duration DRAIN = Duration.ofSeconds(90);
    private static final long LARGEST_SEED = 1_000_000;

    /** A seed nobody chose. */
    public static long anySeed() {
        return ThreadLocalRandom.current().nextLong(LARGEST_SEED);
    }

    public Observation play() throws InterruptedException {
        var plan = FaultPlan.of(seed);
        var engine = ENGINES.get(Math.floorMod(seed, ENGINES.size()));
        stage.simulators().engine(engine);
        out.println("SEED=" + seed);
        out.println("  over WAHA with " + engine);
        plan.lines().forEach(line -> out.println("  will " + line));
        try (var round = Round.ofAllPolicies(stage, "short-" + Long.toHexString(seed), seed)) {
            var since = new LostSession(stage).once();
            var support = new SupportReplay(stage.clinni(), round.clinics());
            var striking = new FaultInjector(stage, support::tryOnce);
            round.load().steady(VISITS_PER_SECOND);
            Thread.sleep(IN_HEALTH);
            new ParallelFaults(striking, out).strike(plan.deaths().values());
            new ParallelFaults(striking, out).strike(plan.cuts().stream().map(List::of).toList());
            new ParallelFaults(striking, out).strike(plan.restartsInTwoRows());
            var seen = round.judge(DRAIN);
            var again = new LostSession(stage).timesSince(since);
            return seen.with("handed over for their number", round.met("REFUSED_BY_PROVIDER"))
                    .complainIf(again > 0, "the session was called lost again: " + again);
        }
    }
}
