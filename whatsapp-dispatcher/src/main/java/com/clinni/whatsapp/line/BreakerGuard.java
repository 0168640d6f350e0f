package com.clinni.whatsapp.line;

import com.clinni.whatsapp.gateway.ChatId;
import com.clinni.whatsapp.gateway.NotSentReason;
import com.clinni.whatsapp.gateway.SendOutcome;
import com.clinni.whatsapp.gateway.SendOutcome.Accepted;
import com.clinni.whatsapp.gateway.SendOutcome.InDoubt;
import com.clinni.whatsapp.gateway.SendOutcome.NotSent;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * Limits how much trouble we take from one line: a limit on time, on calls at once, and on
 * failures, of which one recipient's count once. An open breaker is told on as the line being down;
 * when it is tried again is decided for all pods together by the line's row, so the breaker is
 * closed again for the call that row lets through.
 */
final class BreakerGuard implements LineGuard {

    /** The HTTP call has its own limit; this one catches what escapes it. */
    private static final long GRACE_MILLIS = 1_000;

    private static final double HALF = 0.5;

    private final String breaker;
    private final TypedGuard<SendOutcome> guard;
    private final FailingRecipients recipients = new FailingRecipients();

    BreakerGuard(String breaker, LineConfig config, Runnable opened) {
        this.breaker = breaker;
        this.guard =
                TypedGuard.create(SendOutcome.class)
                        .withTimeout()
                        .duration(config.callTimeout().toMillis() + GRACE_MILLIS, ChronoUnit.MILLIS)
                        .done()
                        .withBulkhead()
                        .limit(config.slots())
                        .done()
                        .withCircuitBreaker()
                        .name(breaker)
                        .requestVolumeThreshold(config.breakerCalls())
                        .failureRatio(HALF)
                        .delay(config.probeEvery().toMillis(), ChronoUnit.MILLIS)
                        .when(BreakerGuard::countsAgainstLine)
                        .onStateChange(
                                state -> {
                                    if (state == CircuitBreakerState.OPEN) {
                                        opened.run();
                                    }
                                })
                        .done()
                        .build();
    }

    @Override
    public SendOutcome call(ChatId to, Callable<SendOutcome> send) {
        try {
            return guard.call(() -> troubleAsException(to, send.call()));
        } catch (LineTrouble e) {
            return e.outcome();
        } catch (TimeoutException e) {
            return new InDoubt("guard-timed-out");
        } catch (CircuitBreakerOpenException | BulkheadException e) {
            return new NotSent(NotSentReason.HELD_BACK);
        } catch (Exception e) {
            return new InDoubt(e.getClass().getSimpleName());
        }
    }

    @Override
    public void letThrough() {
        var maintenance = CircuitBreakerMaintenance.get();
        if (maintenance.currentState(breaker) != CircuitBreakerState.CLOSED) {
            maintenance.reset(breaker);
            recipients.beginAnew();
        }
    }

    private SendOutcome troubleAsException(ChatId to, SendOutcome outcome) {
        if (countsAgainstLine(to, outcome)) {
            throw new LineTrouble(outcome);
        }
        return outcome;
    }

    /** What a gateway says of itself counts always; a doubt is about a recipient, too. */
    private boolean countsAgainstLine(ChatId to, SendOutcome outcome) {
        return switch (outcome) {
            case Accepted _ -> {
                recipients.served(to.value());
                yield false;
            }
            case NotSent(var reason, _) -> reason.isLineTrouble();
            case InDoubt doubt -> recipients.failed(to.value(), doubt.mayBeOfRecipient());
        };
    }

    /** A full bulkhead is our own doing. */
    private static boolean countsAgainstLine(Throwable failure) {
        return failure instanceof LineTrouble || failure instanceof TimeoutException;
    }
}
