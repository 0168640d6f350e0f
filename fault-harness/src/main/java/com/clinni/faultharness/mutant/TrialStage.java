package com.clinni.faultharness.mutant;

import com.clinni.faultharness.load.Clinic;
import com.clinni.faultharness.load.Policy;
import com.clinni.faultharness.load.Roster;
import com.clinni.faultharness.plan.Fault;
import com.clinni.faultharness.run.FaultInjector;
import com.clinni.faultharness.run.Observation;
import com.clinni.faultharness.run.Round;
import com.clinni.faultharness.run.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * A stage on which one trial is played, and what trials do on it.
 *
 * @param tag names this trial and nothing else on the stage
 */
record TrialStage(Stage stage, String tag) {

    /** Who of the patients can be reached how must not be left to chance. */
    private static final long SEED = 7;

    private static final Duration FOR_A_SIGN = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    /** A sound system has long ended by then; one with a defect may never end. */
    private static final Duration PATIENCE = Duration.ofSeconds(50);

    /** A load for one clinic of each of these kinds. */
    Round round(Policy... policies) {
        return of(Arrays.stream(policies).map(policy -> clinic(policy, policy.credit())).toList());
    }

    /** A load for one clinic with so much SMS credit. */
    Round round(Policy policy, int credit) {
        return of(List.of(clinic(policy, credit)));
    }

    /** From now on a provider behaves so. */
    void provider(String channel, String mode) {
        stage.simulators().mode(channel, mode);
    }

    /** From now on WhatsApp behaves so, and still knows who has it. */
    void whatsApp(String mode, Map<String, Object> how) {
        var behaviour = new HashMap<>(how);
        behaviour.put("numbers", Roster.notOnWhatsApp());
        stage.simulators().mode("whatsapp", mode, behaviour);
    }

    void strike(Fault fault) throws InterruptedException {
        new FaultInjector(stage, () -> {}).strike(fault);
    }

    /** Waits until patients saw so many more than they had seen. */
    void awaitMore(String channel, int count, int seenBefore) throws InterruptedException {
        await(() -> seen(channel) >= seenBefore + count);
    }

    /** Waits for a sign, for as long as half a minute: a defect may keep it from ever coming. */
    void await(BooleanSupplier sign) throws InterruptedException {
        var giveUpAt = System.nanoTime() + FOR_A_SIGN.toNanos();
        while (!sign.getAsBoolean() && System.nanoTime() < giveUpAt) {
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    int seen(String channel) {
        return stage.simulators().received(channel).size();
    }

    /**
     * Lets everything come to its end, and judges. How many are flagged is not what trials are
     * about: a slow machine alone makes doubts.
     */
    Observation judge(Round round) throws InterruptedException {
        return round.judge(PATIENCE, round.allowance().inFlight(Integer.MAX_VALUE));
    }

    Instant now() {
        return stage.clock().now();
    }

    private Clinic clinic(Policy policy, int credit) {
        return Clinic.open(stage.clinni(), tag, policy, credit, now());
    }

    private Round of(List<Clinic> clinics) {
        return new Round(stage, tag, clinics, SEED);
    }
}
