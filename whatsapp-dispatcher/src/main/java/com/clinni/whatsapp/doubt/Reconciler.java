package com.clinni.whatsapp.doubt;

import static com.clinni.whatsapp.gateway.SessionState.CREDENTIALS_REFUSED;
import static com.clinni.whatsapp.line.health.HealthSource.RECEIPT;

import com.clinni.platform.access.ActsForService;
import com.clinni.platform.access.CallerThreads;
import com.clinni.whatsapp.gateway.Reconciliation;
import com.clinni.whatsapp.gateway.Reconciliation.CredentialsRefused;
import com.clinni.whatsapp.gateway.Reconciliation.Failed;
import com.clinni.whatsapp.gateway.Reconciliation.Found;
import com.clinni.whatsapp.gateway.Reconciliation.ProvedAbsent;
import com.clinni.whatsapp.gateway.Reconciliation.Unknown;
import com.clinni.whatsapp.line.Line;
import com.clinni.whatsapp.line.LineMonitor;
import com.clinni.whatsapp.line.Lines;
import com.clinni.whatsapp.line.health.LineObserver;
import com.clinni.whatsapp.receipt.FailureReceipts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;

/**
 * Finds out what became of the messages in doubt, and ends every doubt in time. All at once: a
 * gateway that hangs holds up the look at its own messages only.
 */
@ApplicationScoped
class Reconciler {

    private static final Logger LOG = Logger.getLogger(Reconciler.class);

    private final Doubts doubts;
    private final Lines lines;
    private final LineMonitor monitor;
    private final LineObserver observer;
    private final FailureReceipts failures;
    private final DoubtRule rule;
    private final Clock clock;
    private final CallerThreads threads;

    Reconciler(
            Doubts doubts,
            Lines lines,
            LineMonitor monitor,
            LineObserver observer,
            FailureReceipts failures,
            DoubtConfig config,
            Clock clock,
            CallerThreads threads) {
        this.doubts = doubts;
        this.lines = lines;
        this.monitor = monitor;
        this.observer = observer;
        this.failures = failures;
        this.rule = new DoubtRule(config.absenceAfter(), config.closesAfter());
        this.clock = clock;
        this.threads = threads;
    }

    @ActsForService("reconcile")
    @Scheduled(
            identity = "reconcile",
            every = "${doubt.reconcile-every:2s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void reconcile() throws InterruptedException {
        var looks =
                doubts.take(clock.instant()).stream()
                        .map(doubt -> Executors.callable(() -> decide(doubt, ask(doubt))))
                        .toList();
        for (var look : threads.invokeAll(looks)) {
            if (look.state() == Future.State.FAILED) {
                LOG.warnf("A doubt is looked into again: %s", look.exceptionNow().getClass());
            }
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
            case Failed(var reason) -> {
                QuarkusTransaction.requiringNew()
                        .run(() -> failures.received(doubt.clientMessageId().value(), reason));
                reason.lineTrouble()
                        .ifPresent(cause -> observer.failed(doubt.line(), RECEIPT, cause));
            }
            case ProvedAbsent() when rule.believesAbsence(doubt, now) -> doubts.absent(doubt, now);
            case CredentialsRefused() -> {
                lines.named(doubt.line())
                        .ifPresent(line -> monitor.sessionIs(line, CREDENTIALS_REFUSED));
                closeInTime(doubt, now);
            }
            case ProvedAbsent(), Unknown() -> closeInTime(doubt, now);
        }
    }

    private void closeInTime(Doubt doubt, Instant now) {
        if (rule.isOver(doubt, now)) {
            doubts.close(doubt, now);
        }
    }
}
