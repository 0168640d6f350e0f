package com.clinni.fallback.fallback;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryState;
import com.clinni.events.MessageReady;
import com.clinni.fallback.database.Database;
import com.clinni.fallback.fallback.Step.By;
import com.clinni.fallback.sms.Segments;
import com.clinni.fallback.sms.SmsCredit;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Claims: commits the intent to send before the first byte leaves. What must be true at that moment
 * is looked at under the rows' locks, credit is reserved in the same transaction, and a message
 * that may not leave over this channel any more is moved on instead.
 */
@ApplicationScoped
class Claims {

    private static final Logger LOG = Logger.getLogger(Claims.class);
    private static final Duration CALL = Duration.ofSeconds(30);

    private final Messages messages;
    private final ReadyMessages ready;
    private final SmsCredit credit;
    private final FallbackConfig config;
    private final Clock clock;

    Claims(
            Messages messages,
            ReadyMessages ready,
            SmsCredit credit,
            FallbackConfig config,
            Clock clock) {
        this.messages = messages;
        this.ready = ready;
        this.credit = credit;
        this.config = config;
        this.clock = clock;
    }

    /**
     * What a claim found.
     *
     * @param looked how many rows were there, whatever became of them
     */
    record Claimed(int looked, List<Intent> intents) {}

    /** One message makes its claim fail, which must not keep the others from leaving. */
    private static final class Unclaimable extends RuntimeException {

        private final transient Message message;

        Unclaimable(Message message, RuntimeException cause) {
            super(cause);
            this.message = message;
        }
    }

    Claimed claim(Channel channel, int limit) {
        var latest = System.nanoTime() + config.lease().minus(CALL).toNanos();
        try {
            return QuarkusTransaction.requiringNew()
                    .call(() -> claimLocked(channel, limit, latest));
        } catch (Unclaimable e) {
            setAside(e);
            return new Claimed(1, List.of());
        }
    }

    /** Nothing of that claim is left; the next one goes without the message at fault. */
    private void setAside(Unclaimable failed) {
        LOG.errorf("%s cannot be claimed: %s", failed.message, failed.getCause().getClass());
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                messages.move(
                                        Transition.of(failed.message, DeliveryState.NEEDS_ATTENTION)
                                                .because(Cause.DEFECT)));
    }

    /** In the order of clinics, so that two nodes lock their credit in the same order. */
    private Claimed claimLocked(Channel channel, int limit, long latest) {
        var now = clock.instant();
        var waiting = messages.lockWaiting(channel, now, limit);
        var withdrawn = messages.withdrawnAmong(waiting);
        var intents =
                waiting.stream()
                        .filter(message -> !withdrawn.contains(message.subject().reminderId()))
                        .sorted(Comparator.comparing(message -> message.subject().clinicId()))
                        .flatMap(message -> claimOne(message, channel, now, latest).stream())
                        .toList();
        return new Claimed(waiting.size(), intents);
    }

    private Optional<Intent> claimOne(Message message, Channel channel, Instant now, long latest) {
        try {
            return claim(message, channel, now, latest);
        } catch (RuntimeException e) {
            Database.throwIfAway(e);
            throw new Unclaimable(message, e);
        }
    }

    private Optional<Intent> claim(Message message, Channel channel, Instant now, long latest) {
        var content = ready.of(message);
        var step = FallbackPolicy.next(content, message.failures(), true, now);
        if (!step.equals(new By(channel))) {
            messages.move(Transition.of(message, Standing.of(step, message.cause(), now)));
            return Optional.empty();
        }
        if (channel == Channel.SMS && !covers(message, content)) {
            messages.move(withoutCredit(message, content, now));
            return Optional.empty();
        }
        return messages.move(Transition.of(message, DeliveryState.SENDING).attempt(config.lease()))
                .map(claimed -> new Intent(claimed, content, latest));
    }

    private static Transition withoutCredit(Message message, MessageReady content, Instant now) {
        var failures = message.failures().with(Channel.SMS, Cause.SMS_NO_CREDIT);
        var step = FallbackPolicy.next(content, failures, false, now);
        return Transition.of(message, Standing.of(step, Cause.SMS_NO_CREDIT, now))
                .failing(failures);
    }

    private boolean covers(Message message, MessageReady content) {
        return credit.reserve(
                message.subject().clinicId(), message.id(), Segments.of(content.content().sms()));
    }
}
