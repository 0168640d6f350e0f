package com.clinni.platform.kafka;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jboss.logging.Logger;

/**
 * Closes all consumers at once when the service ends. The connector closes one after the other, two
 * seconds each in health and six while the broker does not answer: a service that reads six
 * channels took 37 s, and was killed.
 */
@ApplicationScoped
class ConsumersClosing {

    /** Just before the connector's own, which then finds them closed. */
    private static final int BEFORE_THE_CONNECTOR = 40;

    private static final Duration PATIENCE = Duration.ofSeconds(25);
    private static final Logger LOG = Logger.getLogger(ConsumersClosing.class);

    private final Queue<Runnable> consumers = new ConcurrentLinkedQueue<>();

    /** Takes what ends one consumer: it may wait, and may fail. */
    void add(Runnable end) {
        consumers.add(end);
    }

    void end(
            @Observes @Priority(BEFORE_THE_CONNECTOR) @BeforeDestroyed(ApplicationScoped.class)
                    Object event)
            throws InterruptedException {
        end(PATIENCE);
    }

    /** Waits for all of them, and no longer than for the slowest that is in time. */
    void end(Duration patience) throws InterruptedException {
        var giveUpAt = System.nanoTime() + patience.toNanos();
        var closing =
                consumers.stream().map(end -> Thread.ofVirtual().start(() -> close(end))).toList();
        for (var each : closing) {
            each.join(Duration.ofNanos(Math.max(1, giveUpAt - System.nanoTime())));
        }
    }

    private static void close(Runnable end) {
        try {
            end.run();
        } catch (RuntimeException e) {
            LOG.warnf("a consumer did not close cleanly: %s", e.getClass().getName());
        }
    }
}
