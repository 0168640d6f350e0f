package com.clinni.whatsapp.dispatch;

import com.clinni.whatsapp.gateway.NotSentReason;
import com.clinni.whatsapp.gateway.SendOutcome;
import com.clinni.whatsapp.gateway.SendOutcome.Accepted;
import com.clinni.whatsapp.gateway.SendOutcome.InDoubt;
import com.clinni.whatsapp.gateway.SendOutcome.NotSent;
import com.clinni.whatsapp.line.Line;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Records what became of an intent. */
final class Settlement {

    private final Dispatches dispatches;
    private final Backoff backoff;
    private final Clock clock;

    Settlement(Dispatches dispatches, Backoff backoff, Clock clock) {
        this.dispatches = dispatches;
        this.backoff = backoff;
        this.clock = clock;
    }

    /**
     * False when somebody else had settled it already: a receipt was faster, or the lease was over.
     */
    boolean settle(Line line, Intent intent, SendOutcome outcome) {
        var now = clock.instant();
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
