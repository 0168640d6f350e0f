package com.clinni.fallback.send;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryState;
import com.clinni.fallback.credit.SmsCredit;
import com.clinni.fallback.message.ChannelFailures;
import com.clinni.fallback.message.Messages;
import com.clinni.fallback.message.StoredMessage;
import com.clinni.fallback.message.Transition;
import com.clinni.fallback.policy.FallbackConfig;
import com.clinni.fallback.policy.FallbackPolicy;
import com.clinni.fallback.policy.PolicyContext;
import com.clinni.fallback.policy.WayBack;
import com.clinni.fallback.provider.SendOutcome;
import com.clinni.fallback.provider.SendOutcome.Accepted;
import com.clinni.fallback.provider.SendOutcome.InDoubt;
import com.clinni.fallback.provider.SendOutcome.NotSent;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.jspecify.annotations.Nullable;

/**
 * Records what happened to an intent, and what it costs. Nothing is touched when the intent is not
 * ours any more: then it is in doubt, and so is its reservation.
 */
@ApplicationScoped
class Settlement {

    private final Messages messages;
    private final SmsCredit credit;
    private final FallbackConfig config;
    private final WayBack wayBack;
    private final Clock clock;
    private final Backoff backoff;

    Settlement(
            Messages messages,
            SmsCredit credit,
            FallbackConfig config,
            WayBack wayBack,
            Clock clock) {
        this.messages = messages;
        this.credit = credit;
        this.config = config;
        this.wayBack = wayBack;
        this.clock = clock;
        this.backoff = new Backoff(config.backoff());
    }

    /**
     * A database that is away for a moment must not turn a known outcome into a doubt, so it is
     * written down for as long as it may still be ours. A try whose COMMIT went unanswered is
     * followed by one that finds the epoch moved on, and changes nothing.
     */
    @Retry(
            maxRetries = -1,
            maxDuration = 60,
            durationUnit = ChronoUnit.SECONDS,
            delay = 500,
            jitter = 200)
    void settle(Intent intent, SendOutcome outcome) {
        QuarkusTransaction.requiringNew().run(() -> settleOnce(intent, outcome));
    }

    private void settleOnce(Intent intent, SendOutcome outcome) {
        var message = intent.message();
        var moved = messages.move(transition(intent, outcome)).isPresent();
        if (moved && message.channel() == Channel.SMS) {
            switch (outcome) {
                case Accepted _ -> credit.spend(message.id(), "ACCEPTED");
                case NotSent(var cause, _) ->
                        credit.release(message.id(), cause == null ? "HELD_BACK" : cause.name());
                case InDoubt _ -> {
                    // the reservation stays until we know
                }
            }
        }
    }

    private Transition transition(Intent intent, SendOutcome outcome) {
        var message = intent.message();
        return switch (outcome) {
            case Accepted(var providerId) ->
                    Transition.of(message, DeliveryState.ACCEPTED)
                            .accepted(providerId)
                            .billed(costOf(message));
            case InDoubt(var observation) ->
                    Transition.of(message, DeliveryState.IN_DOUBT)
                            .noting(observation)
                            .doubtedSince(clock.instant())
                            .notBefore(clock.instant().plus(config.doubtPause()));
            case NotSent(var cause, var mayPass) ->
                    mayPass ? later(intent, cause) : elsewhere(intent, cause);
        };
    }

    /** In segments, of an SMS. */
    private @Nullable Integer costOf(StoredMessage message) {
        return message.channel() == Channel.SMS ? credit.held(message.id()) : null;
    }

    /** Again, or over the next channel when this one would take the last chance with it. */
    private Transition later(Intent intent, @Nullable Cause cause) {
        var message = intent.message();
        var now = clock.instant();
        var sendBefore = intent.ready().sendBefore();
        var again = backoff.after(message.attempts(), now, sendBefore);
        if (!again.isBefore(sendBefore.minus(config.lastChance()))) {
            var failures = message.failures().with(message.channelInUse(), cause);
            var next = FallbackPolicy.next(afterFailing(failures, intent, cause, now));
            if (next.hasChannel()) {
                return Transition.of(message, next).failing(failures);
            }
        }
        return Transition.of(message, DeliveryState.RECEIVED).because(cause).notBefore(again);
    }

    private Transition elsewhere(Intent intent, @Nullable Cause cause) {
        var message = intent.message();
        var now = clock.instant();
        var failures = message.failures().with(message.channelInUse(), cause);
        var context =
                afterFailing(failures, intent, cause, now)
                        .goingBack(wayBack.isOpenTo(message, now));
        return Transition.of(message, FallbackPolicy.next(context)).failing(failures);
    }

    private static PolicyContext afterFailing(
            ChannelFailures failures, Intent intent, @Nullable Cause why, Instant now) {
        return PolicyContext.of(intent.ready(), why, now).after(failures);
    }
}
