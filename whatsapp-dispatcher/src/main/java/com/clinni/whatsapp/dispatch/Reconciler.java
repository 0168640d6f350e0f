package com.clinni.whatsapp.dispatch;

import com.clinni.whatsapp.gateway.Reconciliation;
import com.clinni.whatsapp.gateway.Reconciliation.Found;
import com.clinni.whatsapp.gateway.Reconciliation.ProvedAbsent;
import com.clinni.whatsapp.gateway.Reconciliation.Unknown;
import com.clinni.whatsapp.line.Line;
import com.clinni.whatsapp.line.Lines;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Finds out what became of the messages in doubt, and ends every doubt in time. */
@ApplicationScoped
class Reconciler {

    private final Doubts doubts;
    private final Lines lines;
    private final DoubtRule rule;
    private final Clock clock;

    Reconciler(Doubts doubts, Lines lines, DoubtConfig config, Clock clock) {
        this.doubts = doubts;
        this.lines = lines;
        this.rule =
                new DoubtRule(config.absenceAfter(), config.closesAfter(), config.fallbackNeeds());
        this.clock = clock;
    }

    @Scheduled(
            identity = "reconcile",
            every = "${doubt.reconcile-every:2s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void reconcile() {
        for (var doubt : doubts.take(clock.instant())) {
            decide(doubt, ask(doubt));
        }
    }

    private Reconciliation ask(Doubt doubt) {
        return lines.named(doubt.line())
                .map(Line::gateway)
                .map(
                        gateway ->
                                gateway.reconcile(
                                        doubt.clientMessageId(),
                                        doubt.chat(),
                                        doubt.sendingSince()))
                .orElse(new Unknown());
    }

    private void decide(Doubt doubt, Reconciliation answer) {
        var now = clock.instant();
        switch (answer) {
            case Found found -> doubts.found(doubt, found, now);
            case ProvedAbsent() when rule.believesAbsence(doubt, now) -> doubts.absent(doubt, now);
            case ProvedAbsent(), Unknown() ->
                    rule.end(doubt, now).ifPresent(end -> doubts.close(doubt, end, now));
        }
    }
}
