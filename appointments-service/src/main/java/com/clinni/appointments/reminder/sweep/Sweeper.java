package com.clinni.appointments.reminder.sweep;

import com.clinni.appointments.outbox.Outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Looks for due reminders without a final state, trusting nobody's loop. It finds nothing unless
 * something else failed. Any number of nodes may run it.
 */
@ApplicationScoped
class Sweeper {

    static final String OUTBOX = "clinni.sweeper.outbox.old";

    private final UnplannedVisits unplanned;
    private final ForgottenReminders forgotten;
    private final UnfinishedReminders unfinished;
    private final Outbox outbox;
    private final SweeperConfig config;
    private final Clock clock;
    private final AtomicLong oldRows;

    Sweeper(
            UnplannedVisits unplanned,
            ForgottenReminders forgotten,
            UnfinishedReminders unfinished,
            Outbox outbox,
            SweeperConfig config,
            Clock clock,
            MeterRegistry metrics) {
        this.unplanned = unplanned;
        this.forgotten = forgotten;
        this.unfinished = unfinished;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
        this.oldRows = metrics.gauge(OUTBOX, new AtomicLong());
    }

    @Scheduled(
            identity = "sweep",
            every = "${sweeper.every:60s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        var now = clock.instant();
        oldRows.set(outbox.countOlderThan(now.minus(config.outboxAfter())));
        unfinished.show(now);
        forgotten.queueUnqueued(now);
        forgotten.queueLost(now);
        unplanned.planMissing(now);
    }
}
