package com.clinni.whatsapp.receipt;

import com.clinni.events.DeliveryState;
import com.clinni.platform.access.ActsForService;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import com.clinni.whatsapp.gateway.Ack;
import com.clinni.whatsapp.message.DispatchMetrics;
import com.clinni.whatsapp.message.Transitions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Moves messages up the ladder, never down, whatever the order in which receipts arrive. */
@ApplicationScoped
public class Receipts {

    private static final Sql RAISE = Sql.named("receipts/raise");
    private static final Sql LATE = Sql.named("receipts/late");
    private static final Sql CONFIRM = Sql.named("receipts/confirm");
    private static final Sql CONFIRM_CANARY = Sql.named("receipts/confirm-canary");
    private static final Sql CONFIRM_REPLY = Sql.named("receipts/confirm-reply");
    private static final Sql KNOWS = Sql.named("receipts/knows-message");
    private static final Sql KEEP = Sql.named("receipts/keep");
    private static final Sql MATCH = Sql.named("receipts/match");

    private static final List<DeliveryState> LADDER =
            List.of(DeliveryState.ACCEPTED, DeliveryState.DELIVERED, DeliveryState.READ);

    private final Database database;
    private final Transitions transitions;
    private final DispatchMetrics metrics;
    private final Clock clock;

    Receipts(Database database, Transitions transitions, DispatchMetrics metrics, Clock clock) {
        this.database = database;
        this.transitions = transitions;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * How far a message came. Runs in the caller's transaction. An id nobody knows yet is kept: the
     * gateway may tell of a message before it has answered our call.
     */
    public void received(String messageId, Ack ack) {
        var state = ack.state();
        var values = transitions.into(state, clock.instant());
        values.put("messageId", messageId);
        values.put("state", state);
        values.put("lower", LADDER.subList(0, LADDER.indexOf(state)));
        values.put("confirmed", ack.isConfirmed());
        if (!transitions.apply(RAISE, values).isEmpty()) {
            metrics.receipt(state.name(), "raised");
        } else if (!transitions.apply(LATE, values).isEmpty()) {
            metrics.receipt(state.name(), "late");
        } else if (ack.isConfirmed() && confirms(values)) {
            metrics.receipt(state.name(), "confirmed");
        } else if (database.first(KNOWS, values, row -> row.integer("known")).isPresent()) {
            metrics.receipt(state.name(), "no-news");
        } else {
            database.update(KEEP, values);
            metrics.receipt(state.name(), "kept");
        }
    }

    private boolean confirms(Map<String, ?> values) {
        return database.update(CONFIRM, values)
                        + database.update(CONFIRM_CANARY, values)
                        + database.update(CONFIRM_REPLY, values)
                > 0;
    }

    /** Receipts that came before we knew their message. */
    @ActsForService("match-receipts")
    @Scheduled(
            identity = "match-receipts",
            every = "${doubt.reconcile-every:2s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void matchKept() {
        LADDER.forEach(
                state -> {
                    var values = transitions.into(state, clock.instant());
                    QuarkusTransaction.requiringNew().run(() -> transitions.apply(MATCH, values));
                });
    }
}
