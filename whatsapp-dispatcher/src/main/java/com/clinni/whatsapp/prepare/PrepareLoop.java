package com.clinni.whatsapp.prepare;

import com.clinni.platform.access.ActsForService;
import com.clinni.platform.access.CallerThreads;
import com.clinni.whatsapp.line.Line;
import com.clinni.whatsapp.line.Lines;
import com.clinni.whatsapp.line.health.Health;
import com.clinni.whatsapp.line.health.HealthSource;
import com.clinni.whatsapp.line.health.LineObserver;
import com.clinni.whatsapp.line.health.LineStatus;
import com.clinni.whatsapp.line.health.LineStatuses;
import com.clinni.whatsapp.message.DispatchConfig;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.jboss.logging.Logger;

/** Keeps a small stock of prepared messages for every line that can send. */
@ApplicationScoped
class PrepareLoop {

    private static final Logger LOG = Logger.getLogger(PrepareLoop.class);

    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final Lines lines;
    private final LineStatuses statuses;
    private final LineObserver observer;
    private final Preparations preparations;
    private final Preparer preparer;
    private final DispatchConfig config;
    private final Clock clock;
    private final CallerThreads threads;

    PrepareLoop(
            Lines lines,
            LineStatuses statuses,
            LineObserver observer,
            Preparations preparations,
            Preparer preparer,
            DispatchConfig config,
            Clock clock,
            CallerThreads threads) {
        this.lines = lines;
        this.statuses = statuses;
        this.observer = observer;
        this.preparations = preparations;
        this.preparer = preparer;
        this.config = config;
        this.clock = clock;
        this.threads = threads;
    }

    @ActsForService("prepare")
    @Scheduled(identity = "prepare", every = "${dispatch.prepare-every:1s}")
    void tick() {
        for (var line : lines.all()) {
            if (running.add(line.name())) {
                threads.execute(() -> run(line));
            }
        }
    }

    /** One round over all lines. */
    void prepareWaiting() throws InterruptedException, ExecutionException {
        for (var line : lines.all()) {
            prepare(line);
        }
    }

    private void run(Line line) {
        try {
            prepare(line);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | RuntimeException e) {
            LOG.warnf("line %s: preparing failed; the next tick goes on", line.name());
        } finally {
            running.remove(line.name());
        }
    }

    private void prepare(Line line) throws InterruptedException, ExecutionException {
        var status = statuses.status(line.name());
        var probe = mayProbe(status);
        if (!status.canSend() && !probe) {
            return;
        }
        var most = probe ? 1 : line.config().slots();
        var stock = probe ? stockToProbeWith(status) : config.preparedAtMost();
        var worked = true;
        var taken = most;
        while (worked && taken == most) {
            var messages = preparations.take(line, most, stock, clock.instant());
            taken = messages.size();
            worked = true;
            for (var message :
                    threads.invokeAll(
                            messages.stream()
                                    .<Callable<Boolean>>map(m -> () -> preparer.prepare(line, m))
                                    .toList())) {
                worked &= message.get();
            }
            if (worked && taken > 0) {
                tell(line, probe);
            }
            if (probe) {
                return;
            }
        }
    }

    /** What is prepared already says nothing about whether preparing works again. */
    private static int stockToProbeWith(LineStatus status) {
        return status.by() == HealthSource.PREPARE ? Integer.MAX_VALUE : 1;
    }

    private void tell(Line line, boolean probe) {
        if (probe) {
            observer.recovered(line.name(), HealthSource.PREPARE);
        } else {
            observer.worked(line.name(), HealthSource.PREPARE);
        }
    }

    /**
     * A line down because of preparations is tried with one, as often as a message may be retried.
     * One down because of sends needs one that is prepared, or no claim could ever try it.
     */
    private static boolean mayProbe(LineStatus status) {
        return status.pause() == null
                && (status.by() == HealthSource.SEND
                        || status.by() == HealthSource.RECEIPT
                        || status.by() == HealthSource.SILENCE
                        || (status.by() == HealthSource.PREPARE && status.health() == Health.DOWN));
    }
}
