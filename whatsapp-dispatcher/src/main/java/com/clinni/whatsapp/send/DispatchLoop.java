package com.clinni.whatsapp.send;

import com.clinni.platform.access.ActsForService;
import com.clinni.platform.access.CallerThreads;
import com.clinni.platform.time.Stopwatch;
import com.clinni.whatsapp.line.Line;
import com.clinni.whatsapp.line.Lines;
import com.clinni.whatsapp.line.health.LineObserver;
import com.clinni.whatsapp.message.Backoff;
import com.clinni.whatsapp.message.DispatchConfig;
import com.clinni.whatsapp.message.DispatchMetrics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Keeps every line's dispatching going, each on a thread of its own, and ends it in order. */
@ApplicationScoped
class DispatchLoop {

    private static final Logger LOG = Logger.getLogger(DispatchLoop.class);
    private static final Duration TO_SETTLE = Duration.ofSeconds(3);

    private static final int CLAIM_LOOKS = 60;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final Lines lines;
    private final CallerThreads threads;
    private final Dispatcher dispatcher;
    private final LostClaims lostClaims;

    DispatchLoop(
            Lines lines,
            Dispatches dispatches,
            LostClaims lostClaims,
            LineObserver observer,
            DispatchConfig config,
            DispatchMetrics metrics,
            Clock clock,
            Stopwatch stopwatch,
            CallerThreads threads) {
        this.lines = lines;
        this.lostClaims = lostClaims;
        this.threads = threads;
        var backoff = new Backoff(config.backoffFirst(), config.backoffMost(), new Random());
        this.dispatcher = new Dispatcher(dispatches, observer, backoff, metrics, clock, stopwatch);
    }

    /** Starts the lines that are not at it already: a slow line holds up no other. */
    @ActsForService("dispatch")
    @Scheduled(identity = "dispatch", every = "${dispatch.poll-every:1s}")
    void tick() {
        lostClaims.release();
        for (var line : lines.all()) {
            if (running.add(line.name())) {
                threads.execute(() -> run(line));
            }
        }
    }

    /** One round over all lines, ended when every send is settled. */
    void dispatchWaiting() throws InterruptedException {
        lostClaims.release();
        for (var line : lines.all()) {
            dispatcher.dispatchWaiting(line);
        }
        for (var line : lines.all()) {
            line.awaitIdle(line.config().callTimeout().plus(TO_SETTLE));
        }
    }

    private void run(Line line) {
        try {
            dispatcher.dispatchWaiting(line);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warnf("line %s: %s; the next tick goes on", line.name(), e.getMessage());
        } finally {
            running.remove(line.name());
        }
    }

    /** What is under way may end: a send that is cut off is a doubt that somebody must resolve. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        dispatcher.stop();
        for (var waited = 0; waited < CLAIM_LOOKS && !running.isEmpty(); waited++) {
            // a claim under way is given back by its own thread
            Thread.sleep(BETWEEN_LOOKS);
        }
        for (var line : lines.all()) {
            if (!line.awaitIdle(line.config().callTimeout().plus(TO_SETTLE))) {
                LOG.warnf("line %s: stopped with sends under way", line.name());
            }
        }
    }
}
