package com.clinni.whatsapp.send;

import com.clinni.events.DeliveryState;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import com.clinni.platform.time.Stopwatch;
import com.clinni.whatsapp.gateway.ChatId;
import com.clinni.whatsapp.gateway.ClientMessageId;
import com.clinni.whatsapp.line.Line;
import com.clinni.whatsapp.line.Pacer;
import com.clinni.whatsapp.line.Ramp;
import com.clinni.whatsapp.line.health.Health;
import com.clinni.whatsapp.message.DispatchConfig;
import com.clinni.whatsapp.message.Lease;
import com.clinni.whatsapp.message.Transition;
import com.clinni.whatsapp.message.Transitions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Claims from PostgreSQL. The line's row, locked first, makes all pods share one rate. */
@ApplicationScoped
class Claims {

    private static final Sql OPEN_GATE = Sql.named("send/open-gate");
    private static final Sql EXPOSED = Sql.named("silence/exposed");
    private static final Sql CLAIM = Sql.named("send/claim");
    private static final Sql PACE = Sql.named("send/pace");
    private static final double MILLIS = 1_000.0;

    private enum Gate {
        OPEN,
        PROBE,
        /** One message to find out whether a silent line works again. */
        SILENCE_PROBE,
        SHUT;

        boolean isProbe() {
            return this == PROBE || this == SILENCE_PROBE;
        }
    }

    private record LineGate(
            Gate gate,
            Health health,
            long claims,
            Instant healthSince,
            @Nullable Instant backAt,
            Duration away) {

        static final LineGate SHUT =
                new LineGate(Gate.SHUT, Health.DOWN, 0, Instant.EPOCH, null, Duration.ZERO);

        static LineGate read(Row row) throws SQLException {
            return new LineGate(
                    row.constant("gate", Gate.class),
                    row.constant("health", Health.class),
                    row.number("claims"),
                    row.instant("health_since"),
                    row.instant("back_at"),
                    Duration.ofSeconds(row.number("away_seconds")));
        }
    }

    private record Claimed(Transition transition, Intent intent) {}

    private final Pacer pacer = new Pacer(new Random());
    private final Database database;
    private final Transitions transitions;
    private final LostClaims lostClaims;
    private final Stopwatch stopwatch;
    private final Duration leaseMargin;

    Claims(
            Database database,
            Transitions transitions,
            LostClaims lostClaims,
            Stopwatch stopwatch,
            DispatchConfig config) {
        this.lostClaims = lostClaims;
        this.database = database;
        this.transitions = transitions;
        this.stopwatch = stopwatch;
        this.leaseMargin = config.leaseMargin();
    }

    Claim claim(Line line, int freeSlots, Instant now) {
        var made = new AtomicReference<>(Claim.NOTHING);
        try {
            return QuarkusTransaction.requiringNew()
                    .call(() -> made.updateAndGet(_ -> claimLocked(line, freeSlots, now)));
        } catch (RuntimeException e) {
            // the transaction may have been committed all the same
            lostClaims.keep(made.get().intents());
            throw e;
        }
    }

    private Claim claimLocked(Line line, int freeSlots, Instant now) {
        var lineGate = lineGate(line, now);
        if (lineGate.gate() == Gate.SHUT) {
            return Claim.NOTHING;
        }
        var allowed = allowed(line, lineGate.gate());
        if (allowed <= 0) {
            return Claim.EXPOSED;
        }
        var paced = line.config().isPaced();
        var most = lineGate.gate().isProbe() || paced ? 1 : Math.min(freeSlots, allowed);
        var intents = pick(line, most, lineGate.claims(), now);
        if (intents.isEmpty()) {
            return Claim.NOTHING;
        }
        var next = paced ? nextSlot(line, lineGate, now) : now;
        database.update(
                PACE,
                Map.of(
                        "line", line.name(),
                        "nextSendAt", next,
                        "probeAt", probeAt(line, lineGate, now),
                        "claimed", intents.size()));
        return new Claim(intents, lineGate.gate().isProbe(), paced ? next : null);
    }

    private Instant nextSlot(Line line, LineGate lineGate, Instant now) {
        var config = line.config();
        var ramp = Ramp.after(lineGate.backAt(), lineGate.away(), config.rampUp());
        return pacer.next(now, ramp.stretched(config.sendInterval(), now), config.sendJitter());
    }

    private LineGate lineGate(Line line, Instant now) {
        var values = new HashMap<String, Object>();
        values.put("line", line.name());
        values.put("now", now);
        values.put("hasCanary", line.config().canary().isPresent());
        values.put("probeSeconds", seconds(line.config().probeEvery()));
        values.put("restrictedProbeSeconds", seconds(line.config().restrictedProbeEvery()));
        return database.first(OPEN_GATE, values, LineGate::read).orElse(LineGate.SHUT);
    }

    /** How many more may be lost with a line that turns out to be silent. */
    private int allowed(Line line, Gate gate) {
        var exposed =
                database.first(EXPOSED, Map.of("line", line.name()), row -> row.integer("exposed"))
                        .orElse(0);
        return gate == Gate.SILENCE_PROBE ? 1 : line.config().exposedAtMost() - exposed;
    }

    private List<Intent> pick(Line line, int limit, long claims, Instant now) {
        var lease = new Lease(stopwatch.nanos(), line.config().callTimeout().plus(leaseMargin));
        var values = transitions.into(DeliveryState.SENDING, now);
        values.put("line", line.name());
        values.put("limit", limit);
        values.put("claims", claims);
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

    /** A silent line costs a message with each try: the tries grow as rare as it is long silent. */
    private static Instant probeAt(Line line, LineGate lineGate, Instant now) {
        var every = line.config().probeEvery();
        var rare = line.config().restrictedProbeEvery();
        return switch (lineGate.gate()) {
            case OPEN, SHUT -> now;
            case PROBE -> now.plus(lineGate.health() == Health.RESTRICTED ? rare : every);
            case SILENCE_PROBE -> {
                var silent = Duration.between(lineGate.healthSince(), now);
                yield now.plus(silent.compareTo(rare) < 0 ? longer(silent, every) : rare);
            }
        };
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS;
    }
}
