package com.clinni.faultharness.scenario;

import com.clinni.faultharness.check.SendOrder;
import com.clinni.faultharness.check.Tolerance.Interval;
import com.clinni.faultharness.load.BookingHorizon;
import com.clinni.faultharness.load.Clinic;
import com.clinni.faultharness.load.Policy;
import com.clinni.faultharness.run.Observation;
import com.clinni.faultharness.run.Round;
import com.clinni.faultharness.run.Scenario;
import com.clinni.faultharness.run.Stage;
import com.clinni.testbed.run.Service;
import com.clinni.testbed.run.SystemOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * 20,000 reminders wait for two hours of the system's clock, and the line comes back: the most
 * urgent first, one clinic after the other, slowly at first, and never faster than it may. What
 * cannot be in time goes another way early.
 */
final class ThunderingHerd implements Scenario {

    private static final int VISITS = 20_000;
    private static final int CLINICS = 20;

    /** So many times as many visits as another has the first one. */
    private static final int LARGE = CLINICS - 1;

    private static final Duration INTERVAL = Duration.ofMillis(20);
    private static final Duration RAMP_UP = Duration.ofMinutes(1);
    private static final Duration OUTAGE = Duration.ofHours(2);
    private static final Duration PATIENCE = Duration.ofHours(4);

    /** Shorter than a withdrawal may take in trouble: it must not look late because of a step. */
    private static final Duration STEP = Duration.ofSeconds(45);

    private static final Duration BETWEEN_STEPS = Duration.ofMillis(260);

    /** Before which everything has to be sent, counted from the line's return. */
    private static final Duration FIRST_DEADLINE = Duration.ofMinutes(3);

    /** So short that the line cannot be in time for all of them. */
    private static final Duration DEADLINES_SPREAD = Duration.ofMinutes(3);

    private static final Duration VISIT_AFTER_DEADLINE = Duration.ofMinutes(15);
    private static final Duration DRAINED_WITHIN = Duration.ofMinutes(20);

    /** How long before its deadline a message goes another way, so that it is in time there. */
    private static final Duration TIME_TO_FALL_BACK = Duration.ofSeconds(20);

    private static final int AT_ONCE = 500;
    private static final double LEAST_PART = 0.65;

    @Override
    public String name() {
        return "thundering-herd";
    }

    @Override
    public int repetitions() {
        return 1;
    }

    @Override
    public SystemOptions prepare(SystemOptions options) {
        return options.with(
                        Service.WHATSAPP,
                        "WHATSAPP_LINES_DEFAULT_SEND_INTERVAL",
                        INTERVAL.toMillis() + "ms")
                .with(Service.WHATSAPP, "WHATSAPP_LINES_DEFAULT_RAMP_UP", RAMP_UP.toSeconds() + "s")
                .with(Service.WHATSAPP, "DISPATCH_LAST_CALL", "1m");
    }

    @Override
    public Observation run(Stage stage, String tag, Random random) throws Exception {
        var begun = stage.clock().now();
        try (var round = new Round(stage, tag, clinics(stage, tag), random.nextLong())) {
            stage.simulators().mode("whatsapp", "DOWN");
            var back = begun.plus(OUTAGE);
            var bookedIn = book(round, stage, back);
            var waiting = new WatchedLine(stage).allWaiting();
            while (stage.clock().now().isBefore(back)) {
                var left = Duration.between(stage.clock().now(), back);
                stage.clock().advanceBy(left.compareTo(STEP) < 0 ? left : STEP);
                Thread.sleep(BETWEEN_STEPS);
            }
            stage.makeProvidersWell();
            var outage = new Interval(begun, stage.clock().now());
            round.disturbed("WhatsApp was away", begun, 0);
            var allowed = round.allowance().outages(List.of(outage));
            var seen = round.judge(DRAINED_WITHIN, allowed);
            var line = SendOrder.by("whatsapp", round.seen(), round.due().all());
            return new LineRecovery(line, INTERVAL, RAMP_UP, CLINICS)
                    .in(seen)
                    .with("by fallback for want of time", round.met("LINE_BUSY"))
                    .complainIf(
                            line.size() < possible(waiting),
                            "%d left by WhatsApp, %d could have"
                                    .formatted(line.size(), possible(waiting)))
                    .with("booked in, s", bookedIn.toSeconds())
                    .with("waited", waiting);
        }
    }

    /** What the line must be in time for at least: gaps are longer by chance, calls take time. */
    private static long possible(int waiting) {
        var untilLast =
                FIRST_DEADLINE
                        .plus(DEADLINES_SPREAD)
                        .minus(RAMP_UP.dividedBy(2))
                        .minus(TIME_TO_FALL_BACK);
        return Math.min(waiting, (long) (LEAST_PART * untilLast.dividedBy(INTERVAL)));
    }

    /** The same clinics over and over, so that one of them has as much to send as all others. */
    private static List<Clinic> clinics(Stage stage, String tag) {
        var clinics =
                IntStream.range(0, CLINICS)
                        .mapToObj(n -> tag + "-" + n)
                        .map(id -> Clinic.of(id, Policy.WHATSAPP_OR_EMAIL, 0, stage.clock().now()))
                        .map(clinic -> clinic.waiting(PATIENCE).open(stage.clinni()))
                        .toList();
        var weighted = new ArrayList<>(clinics);
        weighted.addAll(Collections.nCopies(LARGE - 1, clinics.getFirst()));
        return weighted;
    }

    private static Duration book(Round round, Stage stage, Instant back)
            throws InterruptedException {
        var begun = System.nanoTime();
        var first = back.plus(FIRST_DEADLINE).plus(VISIT_AFTER_DEADLINE);
        for (var n = 0; n < VISITS / AT_ONCE; n++) {
            var soonest = Duration.between(stage.clock().now(), first);
            round.load().ahead(new BookingHorizon(soonest, DEADLINES_SPREAD)).book(AT_ONCE);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
