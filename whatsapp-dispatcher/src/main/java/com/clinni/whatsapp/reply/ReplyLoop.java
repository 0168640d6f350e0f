package com.clinni.whatsapp.reply;

import com.clinni.platform.access.ActsForService;
import com.clinni.platform.access.CallerThreads;
import com.clinni.whatsapp.gateway.NewMessageId;
import com.clinni.whatsapp.gateway.NotSentReason;
import com.clinni.whatsapp.line.Line;
import com.clinni.whatsapp.line.Lines;
import com.clinni.whatsapp.line.health.HealthSource;
import com.clinni.whatsapp.line.health.LineObserver;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Answers whoever wrote, on every line, in the line's pace. */
@ApplicationScoped
class ReplyLoop {

    private static final Logger LOG = Logger.getLogger(ReplyLoop.class);
    private static final int BEFORE_SENDS_END = 100;

    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final Lines lines;
    private final Replies replies;
    private final ReplyClaims claims;
    private final ReplyCall call;
    private final LineObserver observer;
    private final Clock clock;
    private final CallerThreads threads;
    private volatile boolean stopping;

    ReplyLoop(
            Lines lines,
            Replies replies,
            ReplyClaims claims,
            ReplyCall call,
            LineObserver observer,
            Clock clock,
            CallerThreads threads) {
        this.lines = lines;
        this.replies = replies;
        this.claims = claims;
        this.call = call;
        this.observer = observer;
        this.clock = clock;
        this.threads = threads;
    }

    /** Starts the lines that are not at it already: a slow line holds up no other. */
    @ActsForService("replies")
    @Scheduled(identity = "replies", every = "${dispatch.replies-every:1s}")
    void tick() {
        replies.end();
        for (var line : lines.all()) {
            if (running.add(line.name())) {
                threads.execute(() -> run(line));
            }
        }
    }

    /** One round over all lines, ended when every answer is settled. */
    void replyWaiting() throws InterruptedException {
        replies.end();
        for (var line : lines.all()) {
            reply(line);
        }
    }

    /** What is under way may end. */
    void stop(@Observes @Priority(BEFORE_SENDS_END) ShutdownEvent event) {
        stopping = true;
    }

    private void run(Line line) {
        try {
            reply(line);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warnf("line %s: %s; the next tick goes on", line.name(), e.getMessage());
        } finally {
            running.remove(line.name());
        }
    }

    /** One after the other: reminders keep all of the line's slots but this one. */
    private void reply(Line line) throws InterruptedException {
        while (!stopping) {
            var waiting = replies.next(line, clock.instant());
            if (waiting.isEmpty() || !isNamed(line, waiting.get())) {
                return;
            }
            var intent = claims.claim(line, clock.instant());
            if (intent.isEmpty()) {
                return;
            }
            call.send(line, intent.get());
        }
    }

    /** A receipt must be able to name it. */
    private boolean isNamed(Line line, Replies.Waiting waiting) {
        if (waiting.messageId() != null) {
            return true;
        }
        return switch (line.gateway().newMessageId()) {
            case NewMessageId.Given(var id) -> {
                replies.name(waiting, id);
                yield true;
            }
            case NewMessageId.NotGiven(var reason) -> {
                tell(line, reason);
                yield false;
            }
        };
    }

    private void tell(Line line, NotSentReason reason) {
        reason.lineTrouble()
                .ifPresent(cause -> observer.failed(line.name(), HealthSource.PREPARE, cause));
    }
}
