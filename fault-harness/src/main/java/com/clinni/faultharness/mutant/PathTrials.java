package com.clinni.faultharness.mutant;

import com.clinni.faultharness.load.Change;
import com.clinni.faultharness.load.Policy;
import com.clinni.faultharness.plan.CutKind;
import com.clinni.faultharness.plan.Fault;
import com.clinni.faultharness.plan.Fault.Cut;
import com.clinni.faultharness.run.Observation;
import com.clinni.testbed.fault.LinkFault;
import com.clinni.testbed.run.Link;
import java.time.Duration;
import java.util.Map;

/** Trials of the whole path, from the booking to the patient. */
final class PathTrials {

    /** Seen by so many, everything works and more is on its way. */
    static final int UNDER_WAY = 10;

    /** Several, because one cut meets records in the hands of a service by chance only. */
    private static final int CUTS = 4;

    private static final int RESETS = 7;
    private static final double VISITS_PER_SECOND = 8;

    private PathTrials() {}

    /** Nothing goes wrong. */
    static Observation health(TrialStage scene) throws InterruptedException {
        try (var round = scene.round(Policy.values())) {
            round.load().changing(Change.NONE).book(120);
            return scene.judge(round);
        }
    }

    /**
     * Visits are cancelled and moved while nothing can be sent about them, until what leaves
     * nevertheless is late.
     */
    static Observation withdrawals(TrialStage scene) throws InterruptedException {
        try (var round = scene.round(Policy.WHATSAPP_ONLY, Policy.EMAIL)) {
            scene.whatsApp("DOWN", Map.of());
            scene.provider("mail", "DOWN");
            round.load().changing(Change.CANCELLED).book(12);
            round.load().changing(Change.MOVED).book(12);
            var late = round.allowance().lastMoment(scene.now());
            scene.await(() -> scene.now().isAfter(late));
            return scene.judge(round);
        }
    }

    /** A process is killed under load. */
    static Observation dies(TrialStage scene, Fault fault) throws InterruptedException {
        try (var round = scene.round(Policy.WHATSAPP_OR_EMAIL, Policy.EMAIL)) {
            var before = scene.seen("whatsapp");
            round.load().changing(Change.NONE).steady(VISITS_PER_SECOND);
            scene.awaitMore("whatsapp", UNDER_WAY, before);
            scene.strike(fault);
            return scene.judge(round);
        }
    }

    /** Records come in while the database cannot be reached. */
    static Observation databaseAway(TrialStage scene) throws InterruptedException {
        var away = new Cut(Link.WHATSAPP_TO_POSTGRES, CutKind.REFUSED, Duration.ofSeconds(8));
        return dies(scene, away);
    }

    /**
     * A service is cut off from the broker several times with work in its hands, each time for
     * longer than a producer tries. What hangs on the way is cut too, so that none of it arrives
     * when all is well.
     */
    static Observation brokerAway(TrialStage scene, Link link) throws InterruptedException {
        try (var round = scene.round(Policy.WHATSAPP_OR_EMAIL)) {
            scene.whatsApp("SLOW", Map.of("millis", 1_200));
            var before = scene.seen("whatsapp");
            round.load().changing(Change.NONE).steady(VISITS_PER_SECOND);
            scene.awaitMore("whatsapp", UNDER_WAY, before);
            var since = scene.now();
            var proxy = scene.stage().links().on(link);
            for (var cut = 0; cut < CUTS; cut++) {
                var seen = scene.seen("whatsapp");
                proxy.fault(LinkFault.Plain.CUT_TO_SERVER);
                for (var n = 0; n < RESETS; n++) {
                    Thread.sleep(Duration.ofSeconds(1));
                    proxy.resetOpen();
                }
                proxy.heal();
                scene.awaitMore("whatsapp", UNDER_WAY, seen);
            }
            round.disturbed("broker away", since, 0);
            return scene.judge(round);
        }
    }
}
