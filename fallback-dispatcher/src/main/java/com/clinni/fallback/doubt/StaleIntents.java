package com.clinni.fallback.doubt;

import com.clinni.events.DeliveryState;
import com.clinni.fallback.message.Messages;
import com.clinni.fallback.message.StoredMessage;
import com.clinni.fallback.message.Transition;
import com.clinni.platform.access.ActsForService;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** An intent whose lease ran out: its node may have died before the call, or after it. */
@ApplicationScoped
public class StaleIntents {

    private static final int BATCH = 200;

    private final Messages messages;
    private final Clock clock;

    StaleIntents(Messages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** Puts them in doubt. */
    @ActsForService("doubt-stale-intents")
    @Scheduled(
            identity = "doubt-stale-intents",
            every = "{fallback.poll-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    public void doubtAll() {
        QuarkusTransaction.requiringNew().run(() -> messages.lockStale(BATCH).forEach(this::doubt));
    }

    private void doubt(StoredMessage message) {
        var now = clock.instant();
        messages.move(
                Transition.of(message, DeliveryState.IN_DOUBT)
                        .noting("LEASE_RAN_OUT")
                        .doubtedSince(now)
                        .notBefore(now));
    }
}
