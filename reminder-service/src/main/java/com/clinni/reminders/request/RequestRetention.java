package com.clinni.reminders.request;

import com.clinni.platform.access.ActsForService;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Forgets requests that nobody can replay any more. */
@ApplicationScoped
class RequestRetention {

    private static final Logger LOG = Logger.getLogger(RequestRetention.class);

    private final RememberedRequests requests;
    private final Clock clock;

    RequestRetention(RememberedRequests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    @ActsForService("forget-requests")
    @Scheduled(
            identity = "forget-requests",
            every = "${requests.forget-every:1h}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void forget() {
        var forgotten = requests.forget(clock.instant());
        if (forgotten > 0) {
            LOG.infof("forgot %d requests", forgotten);
        }
    }
}
