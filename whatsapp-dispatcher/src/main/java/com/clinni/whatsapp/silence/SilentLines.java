package com.clinni.whatsapp.silence;

import com.clinni.events.Cause;
import com.clinni.events.contact.PhoneNumber;
import com.clinni.platform.access.ActsForService;
import com.clinni.platform.access.CallerThreads;
import com.clinni.whatsapp.gateway.SessionState;
import com.clinni.whatsapp.line.Line;
import com.clinni.whatsapp.line.Lines;
import com.clinni.whatsapp.line.health.HealthSource;
import com.clinni.whatsapp.line.health.LineObserver;
import com.clinni.whatsapp.silence.UnconfirmedSends.Look;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;

/**
 * Finds the lines whose gateway says yes and delivers nothing, gives what they swallowed to the
 * fallback, and finds out when they work again. A look that was cut off is finished by the next.
 */
@ApplicationScoped
class SilentLines {

    private static final Logger LOG = Logger.getLogger(SilentLines.class);

    private final Lines lines;
    private final LineObserver observer;
    private final UnconfirmedSends sends;
    private final LostReceipts lostReceipts;
    private final Restrictions restrictions;
    private final CanaryCall canary;
    private final Clock clock;
    private final CallerThreads threads;

    SilentLines(
            Lines lines,
            LineObserver observer,
            UnconfirmedSends sends,
            LostReceipts lostReceipts,
            Restrictions restrictions,
            CanaryCall canary,
            Clock clock,
            CallerThreads threads) {
        this.lines = lines;
        this.observer = observer;
        this.sends = sends;
        this.lostReceipts = lostReceipts;
        this.restrictions = restrictions;
        this.canary = canary;
        this.clock = clock;
        this.threads = threads;
    }

    /** All lines at once: a gateway that hangs delays the look at its own line only. */
    @ActsForService("silent-lines")
    @Scheduled(
            identity = "silent-lines",
            every = "${whatsapp.silence-every:10s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void lookAtLines() throws InterruptedException {
        var looks = lines.all().stream().<Callable<Void>>map(line -> () -> lookAt(line)).toList();
        for (var look : threads.invokeAll(looks)) {
            if (look.state() == Future.State.FAILED) {
                LOG.warnf("A line is looked at again: %s", look.exceptionNow().getClass());
            }
        }
    }

    private Void lookAt(Line line) throws InterruptedException {
        lostReceipts.askFor(line);
        restrictions.endWhereLifted(line);
        var look = sends.look(line);
        if (look.isHeardAgain()) {
            observer.recovered(line.name(), HealthSource.SILENCE);
            sends.endSilence(line);
        } else if (look.wasSilent()) {
            staySilent(line, look);
        } else {
            judge(line, look);
        }
        return null;
    }

    private void judge(Line line, Look look) throws InterruptedException {
        switch (SilenceRule.of(line.config()).of(look.signs(), clock.instant())) {
            case WORKING -> {
                // as it should be
            }
            case SUSPECTED -> sendCanary(line);
            case SILENT -> {
                // a gateway that knows of its trouble is no silent one: its receipts may still come
                if (line.gateway().session() == SessionState.READY) {
                    fallSilent(line, look);
                }
            }
        }
    }

    private void fallSilent(Line line, Look look) throws InterruptedException {
        LOG.warnf("line %s accepts and confirms nothing", line.name());
        sends.beginSilence(line, look);
        observer.failed(line.name(), HealthSource.SILENCE, Cause.LINE_SILENT);
        sends.giveUp(line, look.floor(), clock.instant(), clock.instant());
        sendCanary(line);
    }

    /** What was under way when the line was judged, and what it was tried with, is lost with it. */
    private void staySilent(Line line, Look look) throws InterruptedException {
        observer.failed(line.name(), HealthSource.SILENCE, Cause.LINE_SILENT);
        var now = clock.instant();
        var silentAfter = Objects.requireNonNull(look.silentAfter(), "a line that is not silent");
        sends.giveUp(line, silentAfter, now.minus(line.config().silence().suspectAfter()), now);
        sendCanary(line);
    }

    private void sendCanary(Line line) throws InterruptedException {
        var number = line.config().canary();
        if (number.isPresent()) {
            canary.send(line, new PhoneNumber(number.get()));
        }
    }
}
