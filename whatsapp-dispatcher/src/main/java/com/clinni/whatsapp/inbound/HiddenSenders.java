package com.clinni.whatsapp.inbound;

import com.clinni.platform.access.ActsForService;
import com.clinni.platform.access.CallerThreads;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import com.clinni.whatsapp.gateway.HiddenNumber;
import com.clinni.whatsapp.gateway.HiddenNumber.Known;
import com.clinni.whatsapp.gateway.HiddenNumber.NoAnswer;
import com.clinni.whatsapp.gateway.HiddenNumber.NotKnown;
import com.clinni.whatsapp.line.Lines;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;

/**
 * Asks the gateway whose hidden numbers wrote to us. A gateway that does not know them says so, and
 * nobody is known; one that says nothing is asked again, for a day, because an opt-out that is
 * heard late is better than one that is lost. No transaction is open while it is asked.
 */
@ApplicationScoped
class HiddenSenders {

    private static final Logger LOG = Logger.getLogger(HiddenSenders.class);
    private static final Sql STOP_ASKING = Sql.named("inbound/stop-asking");
    private static final Sql ASK = Sql.named("inbound/ask");
    private static final Sql ANSWERED = Sql.named("inbound/answered");
    private static final Sql LEARN = Sql.named("inbound/learn-lid-of-answer");
    private static final int AT_ONCE = 20;

    private final Database database;
    private final Lines lines;
    private final InboundConfig config;
    private final Clock clock;
    private final CallerThreads threads;

    HiddenSenders(
            Database database,
            Lines lines,
            InboundConfig config,
            Clock clock,
            CallerThreads threads) {
        this.database = database;
        this.lines = lines;
        this.config = config;
        this.clock = clock;
        this.threads = threads;
    }

    /** A sender without a number, as one line knows it. */
    private record Sender(String line, String lid) {}

    @ActsForService("ask-lids")
    @Scheduled(
            identity = "ask-lids",
            every = "${inbound.poll-every:1s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void ask() throws InterruptedException {
        var now = clock.instant();
        database.update(STOP_ASKING, Map.of("askedSince", now.minus(config.askLidsFor())));
        List<Sender> senders =
                database
                        .query(
                                ASK,
                                Map.of(
                                        "now", now,
                                        "askAgainAt", now.plus(config.askLidsEvery()),
                                        "batch", AT_ONCE),
                                row -> new Sender(row.text("line"), row.text("lid")))
                        .stream()
                        .distinct()
                        .toList();
        var calls = senders.stream().map(sender -> Executors.callable(() -> ask(sender))).toList();
        for (var call : threads.invokeAll(calls)) {
            if (call.state() == Future.State.FAILED) {
                LOG.warnf("A hidden number is asked for again: %s", call.exceptionNow().getClass());
            }
        }
    }

    private void ask(Sender sender) {
        var answer =
                lines.named(sender.line())
                        .map(line -> line.gateway().numberBehind(sender.lid()))
                        .orElse(new NotKnown());
        settle(sender, answer);
    }

    private void settle(Sender sender, HiddenNumber answer) {
        switch (answer) {
            case Known(var chat) -> {
                database.update(
                        LEARN,
                        Map.of(
                                "line", sender.line(),
                                "lid", sender.lid(),
                                "chatId", chat.value(),
                                "now", clock.instant()));
                answered(sender);
            }
            case NotKnown() -> answered(sender);
            case NoAnswer() -> {
                // it waits until it is asked for again
            }
        }
    }

    private void answered(Sender sender) {
        database.update(ANSWERED, Map.of("line", sender.line(), "lid", sender.lid()));
    }
}
