package com.clinni.whatsapp.silence;

import com.clinni.platform.access.CallerThreads;
import com.clinni.whatsapp.gateway.Reconciliation.CredentialsRefused;
import com.clinni.whatsapp.gateway.Reconciliation.Failed;
import com.clinni.whatsapp.gateway.Reconciliation.Found;
import com.clinni.whatsapp.gateway.Reconciliation.ProvedAbsent;
import com.clinni.whatsapp.gateway.Reconciliation.Unknown;
import com.clinni.whatsapp.gateway.SessionState;
import com.clinni.whatsapp.line.Line;
import com.clinni.whatsapp.line.LineMonitor;
import com.clinni.whatsapp.line.health.HealthSource;
import com.clinni.whatsapp.line.health.LineObserver;
import com.clinni.whatsapp.receipt.FailureReceipts;
import com.clinni.whatsapp.receipt.Receipts;
import com.clinni.whatsapp.silence.UnconfirmedSends.Unconfirmed;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.concurrent.Callable;

/**
 * Asks the gateway how far messages came that nobody told us about: webhooks get lost, and a line
 * must not be called silent because of it.
 */
@ApplicationScoped
class LostReceipts {

    /** A webhook that has not come by then is not on its way: with the default, after 10 s. */
    private static final int OF_THE_PATIENCE = 30;

    private final UnconfirmedSends sends;
    private final Receipts receipts;
    private final FailureReceipts failures;
    private final LineObserver observer;
    private final LineMonitor monitor;
    private final Clock clock;
    private final CallerThreads threads;

    LostReceipts(
            UnconfirmedSends sends,
            Receipts receipts,
            FailureReceipts failures,
            LineObserver observer,
            LineMonitor monitor,
            Clock clock,
            CallerThreads threads) {
        this.sends = sends;
        this.receipts = receipts;
        this.failures = failures;
        this.observer = observer;
        this.monitor = monitor;
        this.clock = clock;
        this.threads = threads;
    }

    void askFor(Line line) throws InterruptedException {
        var patience = line.config().silence().after().dividedBy(OF_THE_PATIENCE);
        var looks =
                sends.unconfirmed(line, clock.instant().minus(patience)).stream()
                        .<Callable<Void>>map(message -> () -> askFor(line, message))
                        .toList();
        threads.invokeAll(looks);
    }

    private Void askFor(Line line, Unconfirmed message) {
        switch (line.gateway().reconcile(message.id(), message.chat(), message.sentAt())) {
            case Found(_, var ack) when ack.isConfirmed() ->
                    QuarkusTransaction.requiringNew()
                            .run(() -> receipts.received(message.id().value(), ack));
            case Failed(var reason) -> {
                QuarkusTransaction.requiringNew()
                        .run(() -> failures.received(message.id().value(), reason));
                reason.lineTrouble()
                        .ifPresent(
                                cause -> observer.failed(line.name(), HealthSource.RECEIPT, cause));
            }
            case CredentialsRefused() -> monitor.sessionIs(line, SessionState.CREDENTIALS_REFUSED);
            case Found _, ProvedAbsent _, Unknown _ -> {
                // nobody knows more than before
            }
        }
        return null;
    }
}
