package com.clinni.reminders.rendering;

import com.clinni.platform.access.ActsForService;
import com.clinni.platform.kafka.BrokerUnavailable;
import com.clinni.reminders.request.WaitingRequests;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/**
 * Renders requests as soon as their clinic is known, and gives up those that have waited too long.
 */
@ApplicationScoped
class WaitingRequestLoop {

    private static final Logger LOG = Logger.getLogger(WaitingRequestLoop.class);
    private static final int TRANSACTION_SECONDS = 20;

    private final WaitingRequests waiting;
    private final RequestRenderer renderer;
    private final RequestConfig config;
    private final Clock clock;

    WaitingRequestLoop(
            WaitingRequests waiting, RequestRenderer renderer, RequestConfig config, Clock clock) {
        this.waiting = waiting;
        this.renderer = renderer;
        this.config = config;
        this.clock = clock;
    }

    @ActsForService("render-waiting-requests")
    @Scheduled(
            identity = "render-waiting-requests",
            every = "${requests.look-every:1s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void renderWaiting() {
        try {
            while (renderBatch() == config.batchSize()) {
                // a full batch means more may have waited
            }
        } catch (BrokerUnavailable e) {
            LOG.warnf("requests go on waiting: %s", e.getMessage());
        }
    }

    /** They leave the table with the broker's acknowledgement or not at all. */
    private int renderBatch() {
        return QuarkusTransaction.requiringNew()
                .timeout(TRANSACTION_SECONDS)
                .call(
                        () -> {
                            var taken = waiting.take(config.batchSize(), clock.instant());
                            if (!taken.isEmpty()) {
                                renderer.giveUp(renderer.render(taken));
                            }
                            return taken.size();
                        });
    }
}
