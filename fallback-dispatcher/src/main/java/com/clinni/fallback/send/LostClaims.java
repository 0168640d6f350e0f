package com.clinni.fallback.send;

import com.clinni.events.Channel;
import com.clinni.events.DeliveryState;
import com.clinni.fallback.credit.SmsCredit;
import com.clinni.fallback.message.Messages;
import com.clinni.fallback.message.StoredMessage;
import com.clinni.fallback.message.Transition;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.Retry;

/**
 * Claims whose COMMIT was not answered, so nobody knows whether they were committed. This node has
 * sent none of their messages, and returns those that were committed instead of leaving them in
 * doubt.
 */
@ApplicationScoped
class LostClaims {

    private static final String WHY = "CLAIM_UNSURE";

    private final Messages messages;
    private final SmsCredit credit;
    private final Clock clock;

    LostClaims(Messages messages, SmsCredit credit, Clock clock) {
        this.messages = messages;
        this.credit = credit;
        this.clock = clock;
    }

    /** Within the lease, as far as the database lets us; after it whoever comes first decides. */
    @Retry(
            maxRetries = -1,
            maxDuration = 45,
            durationUnit = ChronoUnit.SECONDS,
            delay = 500,
            jitter = 200)
    void release(List<Intent> intents) {
        if (!intents.isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> releaseLocked(intents));
        }
    }

    /** The lock comes first: it waits for a COMMIT that is still under way. */
    private void releaseLocked(List<Intent> intents) {
        messages.hold(intents.stream().map(intent -> intent.message().id()).toList());
        intents.stream().map(Intent::message).forEach(this::release);
    }

    private void release(StoredMessage message) {
        var waiting =
                Transition.of(message, DeliveryState.RECEIVED)
                        .because(message.cause())
                        .noting(WHY)
                        .notBefore(clock.instant());
        if (messages.move(waiting).isPresent() && message.channel() == Channel.SMS) {
            credit.release(message.id(), WHY);
        }
    }
}
