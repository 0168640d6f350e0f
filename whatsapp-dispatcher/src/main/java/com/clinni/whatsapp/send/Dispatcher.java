package com.clinni.whatsapp.send;

import com.clinni.platform.time.Stopwatch;
import com.clinni.whatsapp.gateway.SendOutcome;
import com.clinni.whatsapp.gateway.SendOutcome.Accepted;
import com.clinni.whatsapp.gateway.SendOutcome.NotSent;
import com.clinni.whatsapp.line.Line;
import com.clinni.whatsapp.line.health.HealthSource;
import com.clinni.whatsapp.line.health.LineObserver;
import com.clinni.whatsapp.message.Backoff;
import com.clinni.whatsapp.message.DispatchMetrics;
import java.time.Clock;
import java.time.Duration;

/**
 * Sends what waits on one line after the other's claim: each claim commits the intent to send
 * before the first byte leaves, and no transaction is open during the call.
 */
class Dispatcher {

    /** A longer gap is left to the next tick: a thread that waits is one that must be stopped. */
    private static final Duration LONGEST_NAP = Duration.ofSeconds(1);

    /** Receipts come within moments: what waits for them need not wait for the next tick. */
    private static final int LOOKS_WHILE_EXPOSED = 40;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(25);

    private final Dispatches dispatches;
    private final LineObserver observer;
    private final Sender sender;
    private final Settlement settlement;
    private final DispatchMetrics metrics;
    private final Clock clock;
    private volatile boolean stopping;

    Dispatcher(
            Dispatches dispatches,
            LineObserver observer,
            Backoff backoff,
            DispatchMetrics metrics,
            Clock clock,
            Stopwatch stopwatch) {
        this.dispatches = dispatches;
        this.observer = observer;
        this.sender = new Sender(clock, stopwatch);
        this.settlement = new Settlement(dispatches, backoff, clock, stopwatch);
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Goes on while there is something to claim; returns with sends still under way. */
    void dispatchWaiting(Line line) throws InterruptedException {
        var patience = LOOKS_WHILE_EXPOSED;
        while (!stopping && line.awaitFreeSlot(line.config().callTimeout())) {
            var claim = dispatches.claim(line, line.freeSlots(), clock.instant());
            if (claim.exposed() && patience-- > 0) {
                Thread.sleep(BETWEEN_LOOKS);
                continue;
            }
            if (claim.intents().isEmpty()) {
                return;
            }
            patience = LOOKS_WHILE_EXPOSED;
            if (stopping) {
                dispatches.release(claim.intents());
                return;
            }
            line.letThrough();
            claim.intents().forEach(intent -> line.execute(() -> act(line, intent, claim.probe())));
            if (claim.probe() || !napUntilNextSlot(claim)) {
                return;
            }
        }
    }

    /** Claims nothing more; what is under way goes on. */
    void stop() {
        stopping = true;
    }

    private boolean napUntilNextSlot(Claim claim) throws InterruptedException {
        if (claim.nextSendAt() == null) {
            return true;
        }
        var gap = Duration.between(clock.instant(), claim.nextSendAt());
        if (gap.compareTo(LONGEST_NAP) > 0) {
            return false;
        }
        if (gap.isPositive()) {
            Thread.sleep(gap);
        }
        return true;
    }

    private void act(Line line, Intent intent, boolean probe) {
        var outcome = sender.send(line, intent);
        metrics.sent(line.name(), outcome);
        settlement.settle(line, intent, outcome);
        if (outcome instanceof Accepted) {
            metrics.accepted(intent.dueAt(), clock.instant());
        }
        tellObserver(line.name(), outcome, probe);
    }

    private void tellObserver(String line, SendOutcome outcome, boolean probe) {
        switch (outcome) {
            case Accepted _ when probe -> observer.recovered(line, HealthSource.SEND);
            case Accepted _ -> observer.worked(line, HealthSource.SEND);
            case NotSent(var reason, _) ->
                    reason.lineTrouble()
                            .ifPresent(cause -> observer.failed(line, HealthSource.SEND, cause));
            case SendOutcome.InDoubt _ -> {
                // the guard's breaker counts doubts
            }
        }
    }
}
