package com.clinni.whatsapp.doubt;

import com.clinni.events.DeliveryState;
import com.clinni.platform.access.ActsForService;
import com.clinni.platform.database.Sql;
import com.clinni.whatsapp.message.DispatchConfig;
import com.clinni.whatsapp.message.Transitions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Finds intents whose node died or hangs: their messages may have been sent, so they are in doubt.
 */
@ApplicationScoped
class StaleIntents {

    private static final Sql DOUBT = Sql.named("doubts/stale-intents");

    private final Transitions transitions;
    private final Clock clock;
    private final int batch;

    StaleIntents(Transitions transitions, Clock clock, DispatchConfig config) {
        this.transitions = transitions;
        this.clock = clock;
        this.batch = config.batchSize();
    }

    @ActsForService("doubt-stale-intents")
    @Scheduled(
            identity = "doubt-stale-intents",
            every = "${doubt.stale-every:2s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void doubtStaleIntents() {
        var values = transitions.into(DeliveryState.IN_DOUBT, clock.instant());
        values.put("batch", batch);
        QuarkusTransaction.requiringNew().run(() -> transitions.apply(DOUBT, values));
    }
}
