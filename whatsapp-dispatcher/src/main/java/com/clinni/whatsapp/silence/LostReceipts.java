package com.clinni.whatsapp.silence;

import com.clinni.whatsapp.gateway.Reconciliation.Found;
import com.clinni.whatsapp.line.Line;
import com.clinni.whatsapp.receipt.Receipts;
import com.clinni.whatsapp.silence.UnconfirmedSends.Unconfirmed;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;

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
    private final Clock clock;
    private final ExecutorService threads;

    LostReceipts(
            UnconfirmedSends sends,
            Receipts receipts,
            Clock clock,
            @VirtualThreads ExecutorService threads) {
        this.sends = sends;
        this.receipts = receipts;
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
        var answer = line.gateway().reconcile(message.id(), message.chat(), message.sentAt());
        if (answer instanceof Found(_, var ack) && ack.isConfirmed()) {
            QuarkusTransaction.requiringNew()
                    .run(() -> receipts.received(message.id().value(), ack));
        }
        return null;
    }
}
