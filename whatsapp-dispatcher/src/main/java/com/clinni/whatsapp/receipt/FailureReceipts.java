package com.clinni.whatsapp.receipt;

import com.clinni.events.Cause;
import com.clinni.platform.access.ActsForService;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import com.clinni.whatsapp.gateway.NotSentReason;
import com.clinni.whatsapp.message.DispatchMetrics;
import com.clinni.whatsapp.message.GiveUpPolicy;
import com.clinni.whatsapp.message.MessageFacts;
import com.clinni.whatsapp.message.Move;
import com.clinni.whatsapp.message.Transitions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Receipts which say that a message will never arrive. That is a definite refusal, told late: what
 * follows it is what follows any other, at once. It means nothing any more where the message is
 * known to have arrived.
 */
@ApplicationScoped
public class FailureReceipts {

    private static final Sql REFUSED = Sql.named("receipts/refused");
    private static final Sql FAIL_CANARY = Sql.named("receipts/fail-canary");
    private static final Sql FAIL_REPLY = Sql.named("receipts/fail-reply");
    private static final Sql KNOWS = Sql.named("receipts/knows-message");
    private static final Sql KEEP = Sql.named("receipts/keep-failure");
    private static final Sql MATCH = Sql.named("receipts/match-failures");
    private static final String FAILED = "FAILED";

    private final Database database;
    private final Transitions transitions;
    private final DispatchMetrics metrics;
    private final Clock clock;

    FailureReceipts(
            Database database, Transitions transitions, DispatchMetrics metrics, Clock clock) {
        this.database = database;
        this.transitions = transitions;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * A message that the gateway took is refused. Runs in the caller's transaction. An id nobody
     * knows yet is kept: the gateway may tell of a message before it has answered our call.
     */
    public void received(String messageId, NotSentReason reason) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("messageId", messageId);
        values.put("cause", reason.cause());
        values.put("now", clock.instant());
        if (isRefused(REFUSED, values)) {
            metrics.receipt(FAILED, "refused");
        } else if (database.update(FAIL_CANARY, values) + database.update(FAIL_REPLY, values) > 0) {
            metrics.receipt(FAILED, "confirmed");
        } else if (database.first(KNOWS, values, row -> row.integer("known")).isPresent()) {
            metrics.receipt(FAILED, "no-news");
        } else {
            database.update(KEEP, values);
            metrics.receipt(FAILED, "kept");
        }
    }

    /** Failures that were told before we knew their message. */
    @ActsForService("match-failures")
    @Scheduled(
            identity = "match-failures",
            every = "${doubt.reconcile-every:2s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void matchKept() {
        QuarkusTransaction.requiringNew()
                .run(() -> isRefused(MATCH, Map.of("now", clock.instant())));
    }

    private boolean isRefused(Sql sql, Map<String, ? extends @Nullable Object> values) {
        var refusals = database.query(sql, values, FailureReceipts::refusal);
        return !transitions.move(refusals, clock.instant()).isEmpty();
    }

    private static Move refusal(Row row) throws SQLException {
        var message = MessageFacts.read(row);
        return GiveUpPolicy.refused(message, row.constant("failure", Cause.class)).of(message);
    }
}
