package com.clinni.whatsapp.send;

import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import com.clinni.whatsapp.dispatch.DispatchConfig;
import com.clinni.whatsapp.line.Lines;
import com.clinni.whatsapp.message.Transitions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes out of the queue what must wait no longer: expired, withdrawn or opted out of in the same
 * moment it was stored, hushed until too late, or stranded on a line that is down. One statement
 * each, because thousands of messages may be concerned at once.
 */
@ApplicationScoped
class Handover {

    private static final Sql HOLD = Sql.named("handover/hold");
    private static final List<Sql> ENDS =
            List.of(
                    Sql.named("handover/expire"),
                    Sql.named("handover/withdraw-missed"),
                    Sql.named("handover/suppress-missed"),
                    Sql.named("handover/give-up-in-quiet-hours"),
                    Sql.named("handover/hand-over"));

    private final Lines lines;
    private final Backlog backlog;
    private final Database database;
    private final Transitions transitions;
    private final Clock clock;
    private final int batch;
    private final Duration lastCall;

    Handover(
            Lines lines,
            Backlog backlog,
            Database database,
            Transitions transitions,
            Clock clock,
            DispatchConfig config) {
        this.lines = lines;
        this.backlog = backlog;
        this.database = database;
        this.transitions = transitions;
        this.clock = clock;
        this.batch = config.batchSize();
        this.lastCall = config.lastCall();
    }

    @Scheduled(
            identity = "hand-over",
            every = "${dispatch.handover-every:2s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void handOver() {
        database.update(HOLD, Map.of("now", clock.instant()));
        lines.all().forEach(line -> backlog.handOver(line, clock.instant()));
        for (var end : ENDS) {
            while (endBatch(end) == batch) {
                // a full batch means there may be more
            }
        }
    }

    private int endBatch(Sql end) {
        var values = new HashMap<String, Object>();
        values.put("now", clock.instant());
        values.put("batch", batch);
        values.put("lastCallSeconds", (double) lastCall.toSeconds());
        return QuarkusTransaction.requiringNew().call(() -> transitions.apply(end, values).size());
    }
}
