package com.clinni.whatsapp.line;

import com.clinni.events.Cause;
import com.clinni.platform.access.ActsForService;
import com.clinni.platform.access.CallerThreads;
import com.clinni.whatsapp.gateway.SessionState;
import com.clinni.whatsapp.line.health.HealthSource;
import com.clinni.whatsapp.line.health.LineHealth;
import com.clinni.whatsapp.line.health.LineStatuses;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;

/**
 * Looks at every line's session, whether or not there is something to send. At the start, and when
 * a session has changed, it looks at what the engine behind it can do as well.
 */
@ApplicationScoped
public class LineMonitor {

    private static final Logger LOG = Logger.getLogger(LineMonitor.class);

    /** What a session that works says nothing about. */
    private static final Set<Cause> BEYOND_THE_SESSION =
            Set.of(Cause.ENGINE_UNSUITABLE, Cause.CREDENTIALS_REFUSED);

    private final Set<String> inspected = ConcurrentHashMap.newKeySet();
    private final Lines lines;
    private final LineHealth health;
    private final LineStatuses statuses;
    private final CallerThreads threads;

    LineMonitor(Lines lines, LineHealth health, LineStatuses statuses, CallerThreads threads) {
        this.lines = lines;
        this.health = health;
        this.statuses = statuses;
        this.threads = threads;
    }

    /** All lines at once: a gateway that hangs delays the look at its own line only. */
    @ActsForService("monitor-lines")
    @Scheduled(
            identity = "monitor-lines",
            every = "${whatsapp.monitor-every:3s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    public void lookAtLines() throws InterruptedException {
        var looks =
                lines.all().stream()
                        .<Future<?>>map(line -> threads.submit(() -> lookAt(line)))
                        .toList();
        await(looks);
    }

    private void lookAt(Line line) {
        if (inspected.contains(line.name()) && !isBeyondTheSession(line)) {
            sessionIs(line, line.gateway().session());
        } else {
            var found = line.gateway().inspect();
            sessionIs(line, found);
            if (found == SessionState.READY) {
                inspected.add(line.name());
            }
        }
    }

    /** The session may be another's from now on: that it works is believed, and then looked at. */
    public void sessionChanged(Line line, SessionState session) {
        inspected.remove(line.name());
        if (session != SessionState.READY || !isBeyondTheSession(line)) {
            sessionIs(line, session);
        }
    }

    /** What a look said about a line's session. */
    public void sessionIs(Line line, SessionState session) {
        session.trouble()
                .ifPresentOrElse(
                        cause -> {
                            inspected.remove(line.name());
                            health.failed(line.name(), HealthSource.SESSION, cause);
                        },
                        () -> health.sessionWorks(line.name(), line.config().probeEvery()));
    }

    private boolean isBeyondTheSession(Line line) {
        var cause = statuses.status(line.name()).cause();
        return cause != null && BEYOND_THE_SESSION.contains(cause);
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
