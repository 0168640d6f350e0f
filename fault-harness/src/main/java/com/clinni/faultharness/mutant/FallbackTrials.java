package com.clinni.faultharness.mutant;

import com.clinni.faultharness.load.Change;
import com.clinni.faultharness.load.Policy;
import com.clinni.faultharness.run.Observation;
import java.util.Map;

/** Trials of what takes WhatsApp's place. */
final class FallbackTrials {

    private FallbackTrials() {}

    private static final int BOUGHT = 5;

    /** WhatsApp is away, no credit is there, and it comes back while the patients still wait. */
    static Observation lineComesBack(TrialStage scene) throws InterruptedException {
        try (var round = scene.round(Policy.WHATSAPP_OR_SMS, 0)) {
            scene.whatsApp("DOWN", Map.of());
            round.load().changing(Change.NONE).book(24);
            scene.await(() -> round.met("SMS_NO_CREDIT") > 0);
            scene.stage().makeProvidersWell();
            return scene.judge(round);
        }
    }

    /** More SMS are wanted at once than were bought; each is under way for a while. */
    static Observation creditRunsOut(TrialStage scene) throws InterruptedException {
        try (var round = scene.round(Policy.SMS, BOUGHT)) {
            scene.stage().simulators().mode("sms", "SLOW", Map.of("millis", 2_000));
            round.load().changing(Change.NONE).book(24);
            scene.await(() -> round.accounts().stream().allMatch(a -> a.spent() >= BOUGHT));
            return scene.judge(round);
        }
    }
}
