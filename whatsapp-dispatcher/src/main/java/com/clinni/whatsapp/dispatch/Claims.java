package com.clinni.whatsapp.dispatch;

import com.clinni.whatsapp.database.Database;
import com.clinni.whatsapp.database.Row;
import com.clinni.whatsapp.database.Sql;
import com.clinni.whatsapp.gateway.ChatId;
import com.clinni.whatsapp.gateway.ClientMessageId;
import com.clinni.whatsapp.line.Line;
import com.clinni.whatsapp.line.Pacer;
import com.clinni.whatsapp.time.Stopwatch;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Claims from PostgreSQL. The line's row, locked first, makes all pods share one rate. */
@ApplicationScoped
class Claims {

    private static final Sql OPEN_GATE = Sql.named("open-gate");
    private static final Sql CLAIM = Sql.named("claim");
    private static final Sql PACE = Sql.named("pace");
    private static final double MILLIS = 1_000.0;

    private enum Gate {
        OPEN,
        PROBE,
        SHUT
    }

    private record Claimed(Transition transition, Intent intent) {}

    private final Pacer pacer = new Pacer(new Random());
    private final Database database;
    private final Transitions transitions;
    private final Stopwatch stopwatch;
    private final Duration leaseMargin;

    Claims(Database database, Transitions transitions, Stopwatch stopwatch, DispatchConfig config) {
        this.database = database;
        this.transitions = transitions;
        this.stopwatch = stopwatch;
        this.leaseMargin = config.leaseMargin();
    }

    Claim claim(Line line, int freeSlots, Instant now) {
        return QuarkusTransaction.requiringNew().call(() -> claimLocked(line, freeSlots, now));
    }

    private Claim claimLocked(Line line, int freeSlots, Instant now) {
        var gate = gate(line, now);
        if (gate == Gate.SHUT) {
            return Claim.NOTHING;
        }
        var probe = gate == Gate.PROBE;
        var paced = line.config().isPaced();
        var intents = pick(line, probe || paced ? 1 : freeSlots, now);
        if (intents.isEmpty()) {
            return Claim.NOTHING;
        }
        var next =
                paced
                        ? pacer.next(now, line.config().sendInterval(), line.config().sendJitter())
                        : now;
        if (paced || probe) {
            database.update(
                    PACE,
                    Map.of(
                            "line",
                            line.name(),
                            "nextSendAt",
                            next,
                            "probeAt",
                            probeAt(line, now, probe)));
        }
        return new Claim(intents, probe, paced ? next : null);
    }

    private Gate gate(Line line, Instant now) {
        return database.first(
                        OPEN_GATE,
                        Map.of(
                                "line", line.name(),
                                "now", now,
                                "probeSeconds", seconds(line.config().probeEvery()),
                                "restrictedProbeSeconds",
                                        seconds(line.config().restrictedProbeEvery())),
                        row -> row.constant("gate", Gate.class))
                .orElse(Gate.SHUT);
    }

    private List<Intent> pick(Line line, int limit, Instant now) {
        var lease = new Lease(stopwatch.nanos(), line.config().callTimeout().plus(leaseMargin));
        var values = new HashMap<String, Object>();
        values.put("line", line.name());
        values.put("now", now);
        values.put("limit", limit);
        values.put("leaseSeconds", seconds(lease.length()));
        var claimed = database.query(CLAIM, values, row -> read(row, lease));
        transitions.report(claimed.stream().map(Claimed::transition).toList());
        return claimed.stream().map(Claimed::intent).toList();
    }

    private static Claimed read(Row row, Lease lease) throws SQLException {
        var transition = Transition.read(row);
        return new Claimed(
                transition,
                new Intent(
                        transition.reminderId(),
                        transition.generation(),
                        row.integer("lease_epoch"),
                        transition.attempts(),
                        new ChatId(row.text("chat_id")),
                        row.text("whatsapp_text"),
                        new ClientMessageId(row.text("client_message_id")),
                        row.instant("due_at"),
                        row.instant("send_before"),
                        lease));
    }

    private static Instant probeAt(Line line, Instant now, boolean probe) {
        return probe ? now.plus(line.config().probeEvery()) : now;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS;
    }
}
