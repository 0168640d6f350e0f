package com.clinni.faultharness.scenario;

import com.clinni.faultharness.check.Tolerance.Interval;
import com.clinni.faultharness.load.BookingHorizon;
import com.clinni.faultharness.run.Observation;
import com.clinni.faultharness.run.Round;
import com.clinni.faultharness.run.Scenario;
import com.clinni.faultharness.run.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * Takes WhatsApp away for four hours of the system's clock, which is moved on minute by minute.
 * Patients with a fallback are reached over it; the others hear when WhatsApp is back, or too late.
 */
final class WhatsAppOutage implements Scenario {

    private static final Duration OUTAGE = Duration.ofHours(4);

    /** Shorter than a withdrawal may take in trouble: it must not look late because of a step. */
    private static final Duration STEP = Duration.ofSeconds(45);

    private static final Duration BETWEEN_STEPS = Duration.ofMillis(260);
    private static final int VISITS = 600;

    @Override
    public String name() {
        return "four-hour-outage";
    }

    @Override
    public int repetitions() {
        return 1;
    }

    @Override
    public Observation run(Stage stage, String tag, Random random) throws Exception {
        try (var round = Round.ofAllPolicies(stage, tag, random.nextLong())) {
            stage.simulators().mode("whatsapp", "DOWN");
            var begun = stage.clock().now();
            round.load().ahead(new BookingHorizon(Duration.ofHours(1), Duration.ofHours(8)));
            round.load().book(VISITS);
            var end = begun.plus(OUTAGE);
            while (stage.clock().now().isBefore(end)) {
                stage.clock().advanceBy(STEP);
                Thread.sleep(BETWEEN_STEPS);
            }
            stage.makeProvidersWell();
            round.disturbed("WhatsApp was away", begun, 0);
            var outage = new Interval(begun, stage.clock().now().plus(STEP));
            return round.judge(Duration.ofMinutes(3), round.allowance().outages(List.of(outage)));
        }
    }
}
