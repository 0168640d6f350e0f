package com.clinni.platform.startup;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Starts the scheduler when everything that its loops use has begun, and no sooner: left to itself
 * it starts before the channels to Kafka. It stops first for the same reason.
 */
@ApplicationScoped
class SchedulerStart {

    private static final int LAST = Integer.MAX_VALUE;
    private static final int FIRST = 1;

    void begin(@Observes @Priority(LAST) StartupEvent event, Scheduler scheduler) {
        scheduler.resume();
    }

    void end(@Observes @Priority(FIRST) ShutdownEvent event, Scheduler scheduler) {
        scheduler.pause();
    }
}
