package com.clinni.faultharness;

import com.clinni.faultharness.mutant.MutantRun;
import com.clinni.faultharness.run.LongRun;
import com.clinni.faultharness.run.Report;
import com.clinni.faultharness.run.ShortRun;
import com.clinni.faultharness.run.ShortTimes;
import com.clinni.faultharness.run.Stage;
import com.clinni.faultharness.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** {@code make faults}: the short run; with LONG=1 the long one, with MUTANTS=1 the defects. */
public final class FaultsMain {

    private static final Path ROOT = Path.of("");

    private FaultsMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var settings = FaultsSettings.from(System.getenv());
        System.exit(isGood(settings) ? 0 : 1);
    }

    private static boolean isGood(FaultsSettings settings)
            throws IOException, InterruptedException {
        if (settings.isOfMutants()) {
            return mutants(settings);
        }
        return settings.isLong() ? longRun(settings) : shortRun(settings);
    }

    private static boolean shortRun(FaultsSettings settings)
            throws IOException, InterruptedException {
        var data = newDirectory(settings, "short-");
        try (var stage = Stage.start(ShortTimes.options(ROOT, data), settings.seed())) {
            var observation = new ShortRun(stage, settings.seed(), System.out).play();
            new Report(observation).to(System.out);
            return observation.isGood();
        }
    }

    private static boolean longRun(FaultsSettings settings) {
        var wanted = Scenarios.named(settings.only());
        var data = settings.data().resolve("long");
        return new LongRun(wanted, ROOT, data, settings.seed(), Clock.systemUTC(), System.out)
                .play();
    }

    private static boolean mutants(FaultsSettings settings)
            throws IOException, InterruptedException {
        var data = newDirectory(settings, "mutants-");
        return new MutantRun(settings.only(), ROOT, data, System.out, System.err).play();
    }

    private static Path newDirectory(FaultsSettings settings, String prefix) throws IOException {
        return Files.createTempDirectory(Files.createDirectories(settings.data()), prefix);
    }
}
