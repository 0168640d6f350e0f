package com.clinni.whatsapp.line;

import com.clinni.whatsapp.gateway.SessionState;
import com.clinni.whatsapp.line.health.HealthSource;
import com.clinni.whatsapp.line.health.LineHealth;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;

/** Looks at every line's session, whether or not there is something to send. */
@ApplicationScoped
public class LineMonitor {

    private static final Logger LOG = Logger.getLogger(LineMonitor.class);

    private final Lines lines;
    private final LineHealth health;
    private final ExecutorService threads;

    LineMonitor(Lines lines, LineHealth health, @VirtualThreads ExecutorService threads) {
        this.lines = lines;
        this.health = health;
        this.threads = threads;
    }

    /** All lines at once: a gateway that hangs delays the look at its own line only. */
    @Scheduled(
            identity = "monitor-lines",
            every = "${whatsapp.monitor-every:3s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    public void lookAtLines() throws InterruptedException {
        var looks =
                lines.all().stream()
                        .<Future<?>>map(
                                line ->
                                        threads.submit(
                                                () -> sessionIs(line, line.gateway().session())))
                        .toList();
        await(looks);
    }

    /** What a look or a webhook said about a line's session. */
    public void sessionIs(Line line, SessionState session) {
        session.trouble()
                .ifPresentOrElse(
                        cause -> health.failed(line.name(), HealthSource.SESSION, cause),
                        () -> health.sessionWorks(line.name(), line.config().probeEvery()));
    }

    private static void await(List<Future<?>> looks) throws InterruptedException {
        for (var look : looks) {
            try {
                look.get();
            } catch (ExecutionException e) {
                LOG.warnf(
                        "A line could not be looked at: %s",
                        Objects.requireNonNullElse(e.getCause(), e).getClass().getName());
            }
        }
    }
}
