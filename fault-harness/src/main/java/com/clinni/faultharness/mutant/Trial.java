package com.clinni.faultharness.mutant;

import com.clinni.faultharness.plan.Fault.Kill;
import com.clinni.faultharness.run.Observation;
import com.clinni.faultharness.run.ShortTimes;
import com.clinni.testbed.run.Link;
import com.clinni.testbed.run.Service;
import com.clinni.testbed.run.SystemOptions;
import java.nio.file.Path;
import java.util.Locale;

/** A minute in which one thing goes wrong, so that defects of one kind come to light. */
enum Trial {
    /** The services start, and that is all. */
    START(scene -> scene.judge(scene.round())),
    HEALTH(PathTrials::health),
    GATEWAY_HANGS(WhatsAppTrials::gatewayHangs),
    DISPATCHER_DIES(WhatsAppTrials::dispatcherDies),
    WITHDRAWALS(PathTrials::withdrawals),
    DATABASE_AWAY(PathTrials::databaseAway),
    BROKER_AWAY_FROM_RENDERER(scene -> PathTrials.brokerAway(scene, Link.REMINDERS_TO_KAFKA)),
    BROKER_AWAY_FROM_DISPATCHER(scene -> PathTrials.brokerAway(scene, Link.WHATSAPP_TO_KAFKA)),
    PUBLISHER_DIES(scene -> PathTrials.dies(scene, new Kill(Service.APPOINTMENTS))),
    CREDIT_RUNS_OUT(FallbackTrials::creditRunsOut),
    LINE_COMES_BACK(FallbackTrials::lineComesBack);

    private static final String SESSION_TIMEOUT =
            "MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_SESSION_TIMEOUT_MS";

    private final Play play;

    /** What is done, and what came of it. */
    private interface Play {
        Observation on(TrialStage scene) throws InterruptedException;
    }

    Trial(Play play) {
        this.play = play;
    }

    /**
     * What every stage for trials is told. Doubts that stay end within a trial. A renderer that the
     * broker does not hear of for a while stays in its group, or it would read again what it had.
     */
    static SystemOptions options(Path root, Path data) {
        return ShortTimes.options(root, data)
                .with(Service.WHATSAPP, "DOUBT_CLOSES_AFTER", "20s")
                .with(Service.REMINDERS, SESSION_TIMEOUT, "60000")
                .saying(System.err);
    }

    /** As it is printed. */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Observation play(TrialStage scene) throws InterruptedException {
        return play.on(scene);
    }
}
