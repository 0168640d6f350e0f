package com.clinni.fallback.doubt;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryState;
import com.clinni.fallback.credit.SmsCredit;
import com.clinni.fallback.message.Messages;
import com.clinni.fallback.message.StoredMessage;
import com.clinni.fallback.message.Transition;
import com.clinni.fallback.policy.FallbackConfig;
import com.clinni.fallback.sms.SmsSender;
import com.clinni.fallback.sms.gateway.SmsGateway.Lookup;
import com.clinni.platform.access.ActsForService;
import com.clinni.platform.access.CallerThreads;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/**
 * Ends doubts. Nobody can be asked about an e-mail: it goes once more with the same
 * StoredMessage-ID and is flagged. The SMS provider is asked, and the reservation stays until it
 * has answered.
 */
@ApplicationScoped
public class DoubtLoop {

    private static final Logger LOG = Logger.getLogger(DoubtLoop.class);
    private static final int BATCH = 50;
    private static final Duration ASK_AGAIN = Duration.ofSeconds(30);

    private final Messages messages;
    private final SmsSender sms;
    private final SmsCredit credit;
    private final FallbackConfig config;
    private final Clock clock;
    private final CallerThreads threads;

    DoubtLoop(
            Messages messages,
            SmsSender sms,
            SmsCredit credit,
            FallbackConfig config,
            Clock clock,
            CallerThreads threads) {
        this.messages = messages;
        this.sms = sms;
        this.credit = credit;
        this.config = config;
        this.clock = clock;
        this.threads = threads;
    }

    /** Looks into every doubt that is due for it. */
    @ActsForService("end-doubts")
    @Scheduled(
            identity = "end-doubts",
            every = "{fallback.poll-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    public void endAll() {
        var now = clock.instant();
        var due =
                QuarkusTransaction.requiringNew()
                        .call(() -> messages.takeDoubts(now, now.plus(ASK_AGAIN), BATCH));
        due.stream()
                .map(message -> CompletableFuture.runAsync(() -> endApart(message), threads))
                .toList()
                .forEach(CompletableFuture::join);
    }

    /** Neither a provider that hangs nor one odd message holds up the others. */
    private void endApart(StoredMessage message) {
        try {
            end(message);
        } catch (RuntimeException e) {
            LOG.warnf("%s: its doubt is looked into again: %s", message, e.getClass().getName());
        }
    }

    private void end(StoredMessage message) {
        if (message.channel() == Channel.EMAIL) {
            QuarkusTransaction.requiringNew().run(() -> endEmail(message));
            return;
        }
        var found = sms.lookup(message.id());
        QuarkusTransaction.requiringNew().run(() -> endSms(message, found));
    }

    private void endEmail(StoredMessage message) {
        var now = clock.instant();
        if (message.withdrawn() || !now.isBefore(message.sendBefore())) {
            messages.move(
                    Transition.of(message, DeliveryState.DOUBT_CLOSED)
                            .because(Cause.DOUBT_UNRESOLVED)
                            .asPossibleDuplicate());
        } else if (message.resent()) {
            giveUp(message);
        } else {
            messages.move(
                    Transition.of(message, DeliveryState.RECEIVED)
                            .because(Cause.DOUBT_UNRESOLVED)
                            .onceMore()
                            .notBefore(now));
        }
    }

    private void endSms(StoredMessage message, Lookup found) {
        switch (found) {
            case Lookup.Found(var providerId) -> {
                var accepted = Transition.of(message, DeliveryState.ACCEPTED).accepted(providerId);
                accepted.billed(credit.held(message.id()));
                if (messages.move(accepted.noting("FOUND")).isPresent()) {
                    credit.spend(message.id(), "FOUND");
                }
            }
            case Lookup.Absent() -> {
                var again = Transition.of(message, DeliveryState.RECEIVED).noting("ABSENT");
                if (messages.move(again.notBefore(clock.instant())).isPresent()) {
                    credit.release(message.id(), "ABSENT");
                }
            }
            case Lookup.Unknown _ -> {
                var since =
                        Objects.requireNonNull(message.doubtSince(), "a doubt without a beginning");
                if (!clock.instant().isBefore(since.plus(config.doubtLasts()))) {
                    giveUp(message);
                }
            }
        }
    }

    private void giveUp(StoredMessage message) {
        messages.move(
                Transition.of(message, DeliveryState.NEEDS_ATTENTION)
                        .because(Cause.DOUBT_UNRESOLVED)
                        .asPossibleDuplicate());
    }
}
