package com.clinni.faultharness.mutant;

import com.clinni.faultharness.check.Allowance.Interval;
import com.clinni.faultharness.load.Ahead;
import com.clinni.faultharness.load.Change;
import com.clinni.faultharness.load.Policy;
import com.clinni.faultharness.plan.Fault.Crash;
import com.clinni.faultharness.run.Observation;
import com.clinni.faultharness.run.Round;
import com.clinni.testbed.agent.CrashPoint;
import com.clinni.testbed.fault.Fault;
import com.clinni.testbed.run.Link;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Trials of the way to WhatsApp. */
final class WhatsAppTrials {

    private WhatsAppTrials() {}

    /** The gateway delivers and never answers; asked later, it tells. */
    static Observation gatewayHangs(Scene scene) throws InterruptedException {
        try (var round = scene.round(Policy.WHATSAPP_OR_EMAIL)) {
            scene.provider("whatsapp", "HANG_AFTER_SENDING");
            round.load().changing(Change.NONE).book(12);
            Thread.sleep(Duration.ofSeconds(12));
            scene.stage().makeProvidersWell();
            return scene.judge(round);
        }
    }

    /** The gateway delivers, never answers, and is gone when it is to be asked. */
    static Observation doubtStays(Scene scene) throws InterruptedException {
        try (var round = scene.round(Policy.WHATSAPP_OR_EMAIL)) {
            var before = scene.seen("whatsapp");
            scene.provider("whatsapp", "HANG_AFTER_SENDING");
            round.load().changing(Change.NONE).book(8);
            scene.awaitMore("whatsapp", 1, before);
            scene.provider("whatsapp", "DOWN");
            Thread.sleep(Duration.ofSeconds(30));
            return scene.judge(round);
        }
    }

    /**
     * kill -9 when the gateway has acted and its answer has not come; its receipts do not come
     * either for a while.
     */
    static Observation dispatcherDies(Scene scene) throws InterruptedException {
        try (var round = scene.round(Policy.WHATSAPP_OR_EMAIL)) {
            var before = scene.seen("whatsapp");
            round.load().changing(Change.NONE).steady(6);
            scene.awaitMore("whatsapp", PathTrials.UNDER_WAY, before);
            scene.stage().links().on(Link.GATEWAY_TO_WEBHOOK).fault(Fault.REFUSE);
            scene.strike(new Crash(CrashPoint.K13, 2));
            Thread.sleep(Duration.ofSeconds(8));
            return scene.judge(round);
        }
    }

    /** One call in three is refused for now, whatever it asks. */
    static Observation gatewayStutters(Scene scene) throws InterruptedException {
        try (var round = scene.round(Policy.WHATSAPP_ONLY)) {
            scene.stage().simulators().mode("whatsapp", "ERROR_503", Map.of("share", 0.33));
            round.load().changing(Change.NONE).book(24);
            Thread.sleep(Duration.ofSeconds(8));
            return scene.judge(round);
        }
    }

    /** WhatsApp is away until every visit is near. */
    static Observation outage(Scene scene) throws InterruptedException {
        try (var round = scene.round(Policy.WHATSAPP_ONLY, Policy.WHATSAPP_OR_EMAIL)) {
            var begun = scene.now();
            var before = scene.seen("mail");
            scene.provider("whatsapp", "DOWN");
            var soon = new Ahead(Duration.ofHours(2), Duration.ofMinutes(20));
            round.load().changing(Change.NONE).ahead(soon).book(24);
            scene.awaitMore("mail", withFallback(round), before);
            scene.stage().clock().advanceBy(Duration.ofMinutes(130));
            Thread.sleep(Duration.ofSeconds(4));
            scene.stage().makeProvidersWell();
            round.disturbed("WhatsApp was away", begun, 0);
            var away = new Interval(begun, scene.now());
            return scene.judge(round, List.of(away));
        }
    }

    private static int withFallback(Round round) {
        var due = round.due().all().stream();
        return (int) due.filter(d -> !d.clinic().policy().wantsNothingInstead()).count();
    }
}
