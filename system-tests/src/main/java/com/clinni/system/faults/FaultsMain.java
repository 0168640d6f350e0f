package com.clinni.system.faults;

import com.clinni.system.faults.run.LongRun;
import com.clinni.system.faults.run.Report;
import com.clinni.system.faults.run.ShortRun;
import com.clinni.system.faults.run.ShortTimes;
import com.clinni.system.faults.run.Stage;
import com.clinni.system.faults.scenario.Scenarios;
import java.nio.file.Path;

/** {@code make faults}: the short run; with LONG=1 the long one. */
public final class FaultsMain {

    private static final Path ROOT = Path.of("");

    private FaultsMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        var settings = Settings.from(System.getenv());
        var isGood = settings.isLong() ? longRun(settings) : shortRun(settings);
        System.exit(isGood ? 0 : 1);
    }

    private static boolean shortRun(Settings settings) throws InterruptedException {
        var data = settings.data().resolve("short-" + System.currentTimeMillis());
        try (var stage = Stage.start(ShortTimes.options(ROOT, data), settings.seed())) {
            var observation = new ShortRun(stage, settings.seed(), System.out).play();
            new Report(observation).to(System.out);
            return observation.isGood();
        }
    }

    private static boolean longRun(Settings settings) {
        var wanted = Scenarios.named(settings.only());
        var data = settings.data().resolve("long");
        return new LongRun(wanted, ROOT, data, settings.seed(), System.out).play();
    }
}
