package com.clinni.system.faults.run;

import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/** {@code make faults}. */
public final class FaultsMain {

    private static final long LARGEST_SEED = 1_000_000;

    private FaultsMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        var settings = Settings.from(System.getenv());
        var isGood = shortRun(settings);
        System.exit(isGood ? 0 : 1);
    }

    /** A seed nobody chose. */
    public static long anySeed() {
        return ThreadLocalRandom.current().nextLong(LARGEST_SEED);
    }

    private static boolean shortRun(Settings settings) throws InterruptedException {
        var data = settings.data().resolve("short-" + System.currentTimeMillis());
        try (var stage = Stage.start(ShortTimes.options(Path.of(""), data), settings.seed())) {
            var observation = new ShortRun(stage, settings.seed(), System.out).play();
            new Report(observation).to(System.out);
            return observation.isGood();
        }
    }
}
