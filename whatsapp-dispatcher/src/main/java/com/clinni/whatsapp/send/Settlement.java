package com.clinni.whatsapp.send;

import com.clinni.platform.time.Stopwatch;
import com.clinni.whatsapp.gateway.NotSentReason;
import com.clinni.whatsapp.gateway.SendOutcome;
import com.clinni.whatsapp.gateway.SendOutcome.Accepted;
import com.clinni.whatsapp.gateway.SendOutcome.InDoubt;
import com.clinni.whatsapp.gateway.SendOutcome.NotSent;
import com.clinni.whatsapp.line.Line;
import com.clinni.whatsapp.message.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/** Records what became of an intent. */
final class Settlement {

    private static final Logger LOG = Logger.getLogger(Settlement.class);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);

    private final Dispatches dispatches;
    private final Backoff backoff;
    private final Clock clock;
    private final Stopwatch stopwatch;

    Settlement(Dispatches dispatches, Backoff backoff, Clock clock, Stopwatch stopwatch) {
        this.stopwatch = stopwatch;
        this.dispatches = dispatches;
        this.backoff = backoff;
        this.clock = clock;
    }

    /**
     * Tried for as long as the lease lasts: a database that is away for seconds must not make a
     * doubt of what we know, and one whose answer was lost finds out that it had settled it.
     *
     * @return false when it was settled already: a receipt was faster, or the lease was over
     */
    boolean settle(Line line, Intent intent, SendOutcome outcome) {
        var now = clock.instant();
        while (true) {
            try {
                return record(line, intent, outcome, now);
            } catch (RuntimeException e) {
                if (!intent.lease().outlasts(BETWEEN_TRIES, stopwatch)) {
                    throw e;
                }
                LOG.warnf("%s is settled again: %s", intent, e.getMessage());
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
        }
    }

    private boolean record(Line line, Intent intent, SendOutcome outcome, Instant now) {
        return switch (outcome) {
            case Accepted(var gatewayMessageId) ->
                    dispatches.accept(line, intent, gatewayMessageId, now);
            case NotSent(var reason, var asked) when reason == NotSentReason.RATE_LIMITED -> {
                var until = now.plus(pause(line, asked));
                dispatches.pushBack(line, until);
                yield dispatches.retryLater(intent, reason, until, now);
            }
            case NotSent(var reason, _) when reason.mayPass() ->
                    dispatches.retryLater(
                            intent, reason, now.plus(backoff.after(intent.attempts())), now);
            case NotSent(var reason, _) -> dispatches.giveUp(intent, reason, now);
            case InDoubt(var observation) -> dispatches.doubt(intent, observation, now);
        };
    }

    private static Duration pause(Line line, Duration asked) {
        return Optional.ofNullable(asked).orElse(line.config().rateLimitPause());
    }
}
