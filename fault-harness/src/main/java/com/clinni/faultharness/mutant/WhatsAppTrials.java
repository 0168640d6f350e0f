package com.clinni.faultharness.mutant;

import com.clinni.faultharness.load.Change;
import com.clinni.faultharness.load.Policy;
import com.clinni.faultharness.plan.Fault.Crash;
import com.clinni.faultharness.run.Observation;
import com.clinni.faultharness.run.ShortTimes;
import com.clinni.testbed.agent.CrashPoint;
import com.clinni.testbed.fault.LinkFault;
import com.clinni.testbed.run.Link;
import java.util.Map;

/** Trials of the way to WhatsApp. */
final class WhatsAppTrials {

    private WhatsAppTrials() {}

    /** The gateway delivers and never answers; asked later, it tells. */
    static Observation gatewayHangs(TrialStage scene) throws InterruptedException {
        try (var round = scene.round(Policy.WHATSAPP_OR_EMAIL)) {
            scene.whatsApp("HANG_AFTER_SENDING", Map.of());
            round.load().changing(Change.NONE).book(12);
            scene.await(() -> round.inDoubt() >= ShortTimes.WHATSAPP_SLOTS);
            scene.stage().makeProvidersWell();
            return scene.judge(round);
        }
    }

    /**
     * kill -9 when the gateway has acted and its answer has not come; its receipts do not come
     * either for a while.
     */
    static Observation dispatcherDies(TrialStage scene) throws InterruptedException {
        try (var round = scene.round(Policy.WHATSAPP_OR_EMAIL)) {
            var before = scene.seen("whatsapp");
            round.load().changing(Change.NONE).steady(6);
            scene.awaitMore("whatsapp", PathTrials.UNDER_WAY, before);
            scene.stage().links().on(Link.GATEWAY_TO_WEBHOOK).fault(LinkFault.Plain.REFUSE);
            scene.strike(new Crash(CrashPoint.K13, 2));
            scene.await(() -> round.inDoubt() > 0);
            return scene.judge(round);
        }
    }
}
