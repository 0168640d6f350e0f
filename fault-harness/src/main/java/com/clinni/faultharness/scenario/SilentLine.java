package com.clinni.faultharness.scenario;

import com.clinni.faultharness.load.Clinic;
import com.clinni.faultharness.load.Roster;
import com.clinni.faultharness.run.Observation;
import com.clinni.faultharness.run.Round;
import com.clinni.faultharness.run.Scenario;
import com.clinni.faultharness.run.Stage;
import com.clinni.testbed.run.Service;
import com.clinni.testbed.run.SystemOptions;
import java.time.Duration;
import java.util.Map;
import java.util.Random;

/**
 * The gateway says yes and nothing arrives, on a line with a canary whose times are a sixth of the
 * usual ones. What it swallowed goes another way, flagged; the rest waits until it works again.
 */
final class SilentLine implements Scenario {

    /** Six minutes, of which a sixth. */
    private static final Duration FOUND_WITHIN = Duration.ofMinutes(6).dividedBy(6);

    private static final Duration STAYS = Duration.ofSeconds(30);
    private static final int MOST_EXPOSED = 20;

    @Override
    public String name() {
        return "silent-line";
    }

    @Override
    public int repetitions() {
        return 3;
    }

    @Override
    public SystemOptions prepare(SystemOptions options) {
        return options.with(Service.WHATSAPP, "WHATSAPP_LINES_DEFAULT_CANARY", Roster.OUR_OWN)
                .with(Service.WHATSAPP, "WHATSAPP_LINES_DEFAULT_PROBE_EVERY", "5s")
                .with(Service.WHATSAPP, "WHATSAPP_LINES_DEFAULT_SILENCE_AFTER", "50s")
                .with(Service.WHATSAPP, "WHATSAPP_LINES_DEFAULT_SILENCE_SUSPECT_AFTER", "10s")
                .with(Service.WHATSAPP, "WHATSAPP_SILENCE_EVERY", "2s");
    }

    @Override
    public Observation run(Stage stage, String tag, Random random) throws Exception {
        var clock = stage.clock();
        var patient = Clinic.openAll(stage.clinni(), tag, Duration.ofHours(2), clock.now());
        try (var round = new Round(stage, tag, patient, random.nextLong())) {
            round.load().steady(6);
            Thread.sleep(Duration.ofSeconds(8).plusMillis(random.nextInt(5_000)));
            var silent = Map.of("numbers", Roster.notOnWhatsApp());
            stage.simulators().mode("whatsapp", "SILENT", silent);
            var found = untilFound(new WatchedLine(stage));
            Thread.sleep(STAYS);
            var waiting = new WatchedLine(stage).waiting();
            stage.makeProvidersWell();
            var seen =
                    round.judge(Duration.ofMinutes(3), round.allowance().silentLines(1))
                            .with("found in, s", found.toSeconds())
                            .with("waited", waiting);
            var exposed = round.met("LINE_SILENT");
            return seen.with("exposed", exposed)
                    .complainIf(exposed > MOST_EXPOSED, exposed + " were exposed")
                    .complainIf(exposed == 0, "nothing was exposed")
                    .complainIf(waiting == 0, "nothing waited for the silent line")
                    .complainIf(found.compareTo(FOUND_WITHIN) > 0, "found after " + found);
        }
    }

    private static Duration untilFound(WatchedLine line) throws InterruptedException {
        var begun = System.nanoTime();
        while (!line.cause().equals("LINE_SILENT")
                && System.nanoTime() - begun < 2 * FOUND_WITHIN.toNanos()) {
            Thread.sleep(Duration.ofMillis(200));
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
