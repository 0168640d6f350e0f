package com.clinni.whatsapp.reply;

import com.clinni.platform.time.Stopwatch;
import com.clinni.whatsapp.gateway.SendOutcome;
import com.clinni.whatsapp.gateway.SendOutcome.Accepted;
import com.clinni.whatsapp.gateway.SendOutcome.InDoubt;
import com.clinni.whatsapp.gateway.SendOutcome.NotSent;
import com.clinni.whatsapp.line.Line;
import com.clinni.whatsapp.line.health.HealthSource;
import com.clinni.whatsapp.line.health.LineObserver;
import com.clinni.whatsapp.line.health.LineStatuses;
import com.clinni.whatsapp.message.Backoff;
import com.clinni.whatsapp.message.DispatchConfig;
import com.clinni.whatsapp.message.DispatchMetrics;
import com.clinni.whatsapp.send.Sender;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sends one answer and writes down what became of it. One in doubt is never sent again. */
@ApplicationScoped
class ReplyCall {

    private static final Logger LOG = Logger.getLogger(ReplyCall.class);

    private final Replies replies;
    private final LineStatuses statuses;
    private final LineObserver observer;
    private final DispatchMetrics metrics;
    private final Sender sender;
    private final Backoff backoff;
    private final Clock clock;

    ReplyCall(
            Replies replies,
            LineStatuses statuses,
            LineObserver observer,
            DispatchMetrics metrics,
            DispatchConfig config,
            Clock clock,
            Stopwatch stopwatch) {
        this.replies = replies;
        this.statuses = statuses;
        this.observer = observer;
        this.metrics = metrics;
        this.sender = new Sender(clock, stopwatch);
        this.backoff = new Backoff(config.backoffFirst(), config.backoffMost(), new Random());
        this.clock = clock;
    }

    void send(Line line, ReplyIntent intent) throws InterruptedException {
        var wait = Duration.between(clock.instant(), intent.slot());
        if (wait.isPositive()) {
            Thread.sleep(wait);
        }
        var outcome = sender.send(line, intent);
        metrics.replied(line.name(), outcome);
        settle(line, intent, outcome);
    }

    private void settle(Line line, ReplyIntent intent, SendOutcome outcome) {
        switch (outcome) {
            case Accepted(var gatewayMessageId) -> {
                replies.settle(intent, "ACCEPTED", gatewayMessageId, null);
                observer.worked(line.name(), HealthSource.SEND);
            }
            case NotSent(var reason, var asked) when reason.mayPass() -> {
                replies.settle(intent, "WAITING", null, again(line, intent, asked));
                reason.lineTrouble()
                        .ifPresent(cause -> observer.failed(line.name(), HealthSource.SEND, cause));
            }
            case NotSent _ -> replies.settle(intent, "NOT_SENT", null, null);
            case InDoubt _ -> replies.settle(intent, "IN_DOUBT", null, null);
        }
        LOG.infof(
                "line %s reply %d: %s",
                line.name(), intent.id(), outcome.getClass().getSimpleName());
    }

    /** Told to slow down, the whole line does. */
    private Instant again(Line line, ReplyIntent intent, @Nullable Duration asked) {
        var pause = backoff.after(intent.attempts());
        if (asked != null) {
            statuses.pushBack(line.name(), clock.instant().plus(asked));
        }
        return clock.instant().plus(Optional.ofNullable(asked).orElse(pause));
    }
}
