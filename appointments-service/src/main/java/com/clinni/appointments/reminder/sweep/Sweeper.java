package com.clinni.appointments.reminder.sweep;

import com.clinni.platform.access.ActsForService;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Looks for due reminders without a final state, trusting nobody's loop. It finds nothing unless
 * something else failed. Any number of nodes may run it.
 */
@ApplicationScoped
class Sweeper {

    private final UnplannedVisits unplanned;
    private final ForgottenReminders forgotten;
    private final UnfinishedReminders unfinished;
    private final Clock clock;

    Sweeper(
            UnplannedVisits unplanned,
            ForgottenReminders forgotten,
            UnfinishedReminders unfinished,
            Clock clock) {
        this.unplanned = unplanned;
        this.forgotten = forgotten;
        this.unfinished = unfinished;
        this.clock = clock;
    }

    @ActsForService("sweep")
    @Scheduled(
            identity = "sweep",
            every = "${sweeper.every:60s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        var now = clock.instant();
        unfinished.show(now);
        forgotten.queueUnqueued(now);
        forgotten.queueLost(now);
        unplanned.planMissing(now);
    }
}
