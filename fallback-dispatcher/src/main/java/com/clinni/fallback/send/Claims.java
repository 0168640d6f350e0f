package com.clinni.fallback.send;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryState;
import com.clinni.events.MessageReady;
import com.clinni.events.sms.SmsSegments;
import com.clinni.fallback.credit.Allowance;
import com.clinni.fallback.credit.ProviderBalance;
import com.clinni.fallback.credit.SmsCredit;
import com.clinni.fallback.message.Messages;
import com.clinni.fallback.message.StoredMessage;
import com.clinni.fallback.message.Transition;
import com.clinni.fallback.policy.FallbackConfig;
import com.clinni.fallback.policy.FallbackPolicy;
import com.clinni.fallback.policy.PolicyContext;
import com.clinni.fallback.policy.ReadyMessages;
import com.clinni.fallback.policy.SendPreferences;
import com.clinni.fallback.policy.WayBack;
import com.clinni.fallback.preferences.PhoneOptOuts;
import com.clinni.platform.database.DatabaseException;
import com.clinni.platform.time.Stopwatch;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Claims: commits the intent to send before the first byte leaves. What must be true at that moment
 * is looked at under the rows' locks, credit is reserved in the same transaction, and a message
 * that may not leave over this channel any more is moved on instead.
 */
@ApplicationScoped
class Claims {

    private static final Logger LOG = Logger.getLogger(Claims.class);
    private final Messages messages;
    private final ReadyMessages ready;
    private final SmsCredit credit;
    private final ProviderBalance balance;
    private final SendPreferences wishes;
    private final FallbackConfig config;
    private final WayBack wayBack;
    private final PhoneOptOuts optOuts;
    private final LostClaims unsure;
    private final Clock clock;
    private final Stopwatch stopwatch;

    Claims(
            Messages messages,
            ReadyMessages ready,
            SmsCredit credit,
            ProviderBalance balance,
            SendPreferences wishes,
            FallbackConfig config,
            WayBack wayBack,
            PhoneOptOuts optOuts,
            LostClaims unsure,
            Clock clock,
            Stopwatch stopwatch) {
        this.messages = messages;
        this.ready = ready;
        this.credit = credit;
        this.balance = balance;
        this.wishes = wishes;
        this.config = config;
        this.wayBack = wayBack;
        this.optOuts = optOuts;
        this.unsure = unsure;
        this.clock = clock;
        this.stopwatch = stopwatch;
    }

    /**
     * What a claim found.
     *
     * @param looked how many rows were there, whatever became of them
     */
    record Claimed(int looked, List<Intent> intents) {}

    /** One claim: what all of its messages share. */
    private record Round(
            Channel channel,
            Instant now,
            Lease lease,
            @Nullable Allowance allowance,
            SendPreferences.Known wishes) {

        private static final Instant WHENEVER = Instant.parse("9999-12-31T00:00:00Z");

        /** While SMS are stopped only those are touched that must make way for e-mail by now. */
        static Instant until(Instant now, @Nullable Allowance allowance, Duration lastChance) {
            return allowance != null && allowance.isStopped() ? now.plus(lastChance) : WHENEVER;
        }
    }

    /** One message makes its claim fail, which must not keep the others from leaving. */
    private static final class Unclaimable extends RuntimeException {

        private final transient StoredMessage message;
        private final Class<?> kind;

        Unclaimable(StoredMessage message, RuntimeException cause) {
            super(cause);
            this.message = message;
            this.kind = cause.getClass();
        }
    }

    Claimed claim(Channel channel, int limit) {
        var lease = new Lease(stopwatch.nanos(), config.lease());
        var begun = new ArrayList<Intent>();
        try {
            return QuarkusTransaction.requiringNew()
                    .call(() -> claimLocked(channel, limit, lease, begun));
        } catch (Unclaimable e) {
            setAside(e);
            return new Claimed(1, List.of());
        } catch (RuntimeException e) {
            unsure.release(begun);
            throw e;
        }
    }

    /** Nothing of that claim is left; the next one goes without the message at fault. */
    private void setAside(Unclaimable failed) {
        LOG.errorf("%s cannot be claimed: %s", failed.message, failed.kind);
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                messages.move(
                                        Transition.of(failed.message, DeliveryState.NEEDS_ATTENTION)
                                                .because(Cause.DEFECT)));
    }

    /** In the order of clinics, so that two nodes lock their credit in the same order. */
    private Claimed claimLocked(Channel channel, int limit, Lease lease, List<Intent> begun) {
        var now = clock.instant();
        var allowance = channel == Channel.SMS ? balance.allowance(now) : null;
        var until = Round.until(now, allowance, config.lastChance());
        var waiting = messages.lockWaiting(channel, now, until, limit);
        var round = new Round(channel, now, lease, allowance, wishes.about(channel, waiting));
        var withdrawn = messages.withdrawnAmong(waiting);
        waiting.stream()
                .filter(message -> !withdrawn.contains(message.subject().reminderId()))
                .sorted(
                        Comparator.comparing(
                                message -> String.valueOf(message.subject().clinicId())))
                .flatMap(message -> claimOne(message, round).stream())
                .forEach(begun::add);
        return new Claimed(waiting.size(), List.copyOf(begun));
    }

    private Optional<Intent> claimOne(StoredMessage message, Round round) {
        try {
            return claim(message, round);
        } catch (RuntimeException e) {
            if (DatabaseException.mayPass(e)) {
                throw e;
            }
            throw new Unclaimable(message, e);
        }
    }

    private Optional<Intent> claim(StoredMessage message, Round round) {
        var content = ready.of(message, round.wishes());
        if (optOuts.bar(content, round.channel())) {
            messages.move(
                    Transition.of(message, DeliveryState.SUPPRESSED)
                            .because(message.cause())
                            .noting("opted-out"));
            return Optional.empty();
        }
        var context =
                PolicyContext.of(content, message.cause(), round.now())
                        .after(message.failures())
                        .goingBack(wayBack.isOpenTo(message, round.now()));
        var next = FallbackPolicy.next(context);
        if (!next.leavesBy(round.channel(), round.now())) {
            messages.move(Transition.of(message, next));
            return Optional.empty();
        }
        var allowance = round.allowance();
        var sms = content.content().sms();
        if (allowance != null && sms != null) {
            var segments = SmsSegments.of(sms).count();
            if (!allowance.covers(segments)) {
                messages.move(withoutCredit(message, content, round).noting(allowance.reason()));
                return Optional.empty();
            }
            if (!credit.reserve(content.clinic().clinicId(), message.id(), segments)) {
                messages.move(withoutCredit(message, content, round));
                return Optional.empty();
            }
            allowance.use(segments);
        }
        return messages.move(Transition.of(message, DeliveryState.SENDING).attempt(config.lease()))
                .map(
                        claimed ->
                                new Intent(
                                        claimed,
                                        content,
                                        round.wishes().alias(message),
                                        round.lease()));
    }

    private Transition withoutCredit(StoredMessage message, MessageReady content, Round round) {
        var failures = message.failures().with(Channel.SMS, Cause.SMS_NO_CREDIT);
        var context =
                PolicyContext.of(content, Cause.SMS_NO_CREDIT, round.now())
                        .goingBack(wayBack.isOpenTo(message, round.now()));
        return Transition.of(message, FallbackPolicy.next(context.withoutCredit().after(failures)))
                .failing(failures);
    }
}
