package com.clinni.whatsapp.send;

import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import com.clinni.whatsapp.line.Line;
import com.clinni.whatsapp.line.Pacer;
import com.clinni.whatsapp.line.Ramp;
import com.clinni.whatsapp.message.DispatchConfig;
import com.clinni.whatsapp.message.GiveUpPolicy;
import com.clinni.whatsapp.message.MessageFacts;
import com.clinni.whatsapp.message.Move;
import com.clinni.whatsapp.message.Transitions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hands over early what a line cannot send in time at its rate: a message that waits for a place it
 * cannot get is better off with an e-mail now.
 */
@ApplicationScoped
class Backlog {

    private static final Sql PACE = Sql.named("handover/pace-of-line");
    private static final Sql HOPELESS = Sql.named("handover/hopeless");

    /** A rate is kept on average, and calls take time: who plans to the second is late. */
    private static final double RESERVE = 1.1;

    /** Who leaves within this time is not asked to go another way. */
    private static final Duration NEXT = Duration.ofSeconds(5);

    private final Database database;
    private final Transitions transitions;
    private final int batch;
    private final Duration timeToFallBack;
    private final Duration lastCall;

    Backlog(Database database, Transitions transitions, DispatchConfig config) {
        this.database = database;
        this.transitions = transitions;
        this.batch = config.batchSize();
        this.timeToFallBack = config.timeToFallBack();
        this.lastCall = config.lastCall();
    }

    /** When the line's next slot is and how fast it gets. */
    private record Pace(Instant nextSendAt, @Nullable Instant backAt, Duration away) {

        static Pace read(Row row) throws SQLException {
            return new Pace(
                    row.instant("next_send_at"),
                    row.instant("back_at"),
                    Duration.ofSeconds(row.number("away_seconds")));
        }
    }

    void handOver(Line line, Instant now) {
        if (line.config().isPaced()) {
            database.first(PACE, Map.of("line", line.name()), Pace::read)
                    .ifPresent(pace -> handOver(line, pace, now));
        }
    }

    private void handOver(Line line, Pace pace, Instant now) {
        var ramp = Ramp.after(pace.backAt(), pace.away(), line.config().rampUp());
        var wait = Duration.between(now, pace.nextSendAt());
        var startsIn = ramp.delay(now).plus(wait.isPositive() ? wait : Duration.ZERO);
        var gap = Pacer.mean(line.config().sendInterval(), line.config().sendJitter());
        var values = new HashMap<String, Object>();
        values.put("line", line.name());
        values.put("now", now);
        values.put("startsInSeconds", startsIn.toMillis() / 1e3);
        values.put("gapSeconds", gap.toNanos() / 1e9 * RESERVE);
        values.put("lastCallSeconds", (double) lastCall.toSeconds());
        values.put("fallbackSeconds", (double) timeToFallBack.toSeconds());
        values.put("nextSeconds", (double) NEXT.toSeconds());
        values.put("batch", batch);
        while (batchOf(values, now) == batch) {
            // a full batch means there may be more
        }
    }

    /** Hands over one batch; returns how many. */
    int batchOf(Map<String, ?> values, Instant now) {
        return QuarkusTransaction.requiringNew()
                .call(() -> transitions.move(hopeless(values, now), now).size());
    }

    private List<Move> hopeless(Map<String, ?> values, Instant now) {
        return database.query(HOPELESS, values, MessageFacts::read).stream()
                .flatMap(
                        message ->
                                GiveUpPolicy.crowdedOut(message, lastCall, now)
                                        .map(decision -> decision.of(message))
                                        .stream())
                .toList();
    }
}
