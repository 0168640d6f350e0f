package com.clinni.whatsapp.send;

import com.clinni.platform.access.ActsForService;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import com.clinni.whatsapp.line.Lines;
import com.clinni.whatsapp.message.DispatchConfig;
import com.clinni.whatsapp.message.GiveUpPolicy;
import com.clinni.whatsapp.message.MessageFacts;
import com.clinni.whatsapp.message.Move;
import com.clinni.whatsapp.message.StrandedMessage;
import com.clinni.whatsapp.message.Transitions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Takes out of the queue what must wait no longer: expired, withdrawn or opted out of in the same
 * moment it was stored, hushed until too late, or stranded on a line that is down. A statement
 * selects whom to ask about, because thousands may be concerned at once; the policy decides.
 */
@ApplicationScoped
class Handover {

    private static final Sql HOLD = Sql.named("handover/hold");
    private static final Sql LATE = Sql.named("handover/late");
    private static final Sql WITHDRAWN = Sql.named("handover/withdrawn");
    private static final Sql OPTED_OUT = Sql.named("handover/opted-out");
    private static final Sql HUSHED = Sql.named("handover/hushed");
    private static final Sql STRANDED = Sql.named("handover/stranded");

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

    @ActsForService("hand-over")
    @Scheduled(
            identity = "hand-over",
            every = "${dispatch.handover-every:2s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void handOver() {
        database.update(HOLD, Map.of("now", clock.instant()));
        lines.all().forEach(line -> backlog.handOver(line, clock.instant()));
        Stream.<Supplier<Integer>>of(
                        () -> end(LATE, Handover::late),
                        () -> end(WITHDRAWN, Handover::withdrawn),
                        () -> end(OPTED_OUT, Handover::optedOut),
                        () -> end(HUSHED, Handover::hushed),
                        this::handOverStranded)
                .forEach(this::untilNoneIsLeft);
    }

    /** Hands over one batch of those whose line has been down for too long. */
    int handOverStranded() {
        return end(STRANDED, this::stranded);
    }

    private void untilNoneIsLeft(Supplier<Integer> batchOf) {
        while (batchOf.get() == batch) {
            // a full batch means there may be more
        }
    }

    /** What is decided about one row that a statement selected. */
    private interface Rule {
        Optional<Move> of(Row row, Instant now) throws SQLException;
    }

    private int end(Sql candidates, Rule rule) {
        var now = clock.instant();
        var values = new HashMap<String, Object>();
        values.put("now", now);
        values.put("batch", batch);
        values.put("lastCallSeconds", (double) lastCall.toSeconds());
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            var moves =
                                    database.query(candidates, values, row -> rule.of(row, now));
                            return transitions
                                    .move(moves.stream().flatMap(Optional::stream).toList(), now)
                                    .size();
                        });
    }

    private static Optional<Move> late(Row row, Instant now) throws SQLException {
        var message = MessageFacts.read(row);
        return GiveUpPolicy.late(message, now).map(decision -> decision.of(message));
    }

    private static Optional<Move> withdrawn(Row row, Instant now) throws SQLException {
        return Optional.of(GiveUpPolicy.withdrawn(row.text("reason")).of(MessageFacts.read(row)));
    }

    private static Optional<Move> optedOut(Row row, Instant now) throws SQLException {
        return Optional.of(GiveUpPolicy.optedOut().of(MessageFacts.read(row)));
    }

    private static Optional<Move> hushed(Row row, Instant now) throws SQLException {
        var message = MessageFacts.read(row);
        return GiveUpPolicy.hushed(message, row.instant("quiet_until"), now)
                .map(decision -> decision.of(message));
    }

    private Optional<Move> stranded(Row row, Instant now) throws SQLException {
        var stranded = StrandedMessage.read(row);
        return GiveUpPolicy.stranded(stranded, lastCall, now)
                .map(decision -> decision.of(stranded.message()));
    }
}
