package com.clinni.whatsapp.reply;

import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import com.clinni.platform.time.Stopwatch;
import com.clinni.whatsapp.gateway.ChatId;
import com.clinni.whatsapp.gateway.ClientMessageId;
import com.clinni.whatsapp.line.Line;
import com.clinni.whatsapp.line.Pacer;
import com.clinni.whatsapp.line.Ramp;
import com.clinni.whatsapp.message.DispatchConfig;
import com.clinni.whatsapp.message.Lease;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Claims one reply at a time under the line's lock. A reply takes the line's next slot, and leaves
 * the slots after it to reminders: a thousand people who write slow them down and stop none.
 */
@ApplicationScoped
class ReplyClaims {

    private static final Sql GATE = Sql.named("replies/open-gate");
    private static final Sql CLAIM = Sql.named("replies/claim");
    private static final Sql PACE = Sql.named("replies/pace");

    private final Pacer pacer = new Pacer(new Random());
    private final Database database;
    private final Stopwatch stopwatch;
    private final DispatchConfig config;

    ReplyClaims(Database database, Stopwatch stopwatch, DispatchConfig config) {
        this.database = database;
        this.stopwatch = stopwatch;
        this.config = config;
    }

    private record Slot(Instant at, Ramp ramp) {}

    /** Commits the intent; empty when nothing may leave now. */
    Optional<ReplyIntent> claim(Line line, Instant now) {
        return QuarkusTransaction.requiringNew()
                .call(() -> slot(line, now).flatMap(slot -> claim(line, slot, now)));
    }

    private Optional<Slot> slot(Line line, Instant now) {
        var values =
                Map.of(
                        "line",
                        line.name(),
                        "now",
                        now,
                        "longestWaitSeconds",
                        (double) Replies.LONGEST_WAIT.toSeconds());
        return database.first(GATE, values, row -> slot(line, row));
    }

    private static Slot slot(Line line, Row row) throws SQLException {
        var away = Duration.ofSeconds(row.number("away_seconds"));
        return new Slot(
                row.instant("slot"),
                Ramp.after(row.instant("back_at"), away, line.config().rampUp()));
    }

    private Optional<ReplyIntent> claim(Line line, Slot slot, Instant now) {
        var length =
                Duration.between(now, slot.at())
                        .plus(line.config().callTimeout())
                        .plus(config.leaseMargin());
        var lease = new Lease(stopwatch.nanos(), length);
        var values = new HashMap<String, Object>();
        values.put("line", line.name());
        values.put("now", now);
        values.put("leaseSeconds", length.toMillis() / 1e3);
        var intent = database.first(CLAIM, values, row -> read(row, slot.at(), lease));
        intent.ifPresent(_ -> pace(line, slot));
        return intent;
    }

    private void pace(Line line, Slot slot) {
        var interval = slot.ramp().stretched(line.config().sendInterval(), slot.at());
        var jitter = line.config().sendJitter();
        var next = pacer.next(slot.at(), interval, jitter);
        var between = Pacer.mean(interval, jitter).multipliedBy(config.slotsBetweenReplies());
        database.update(
                PACE,
                Map.of(
                        "line", line.name(),
                        "nextSendAt", next,
                        "nextReplyAt", next.plus(between)));
    }

    private static ReplyIntent read(Row row, Instant slot, Lease lease) throws SQLException {
        return new ReplyIntent(
                row.number("id"),
                row.integer("lease_epoch"),
                row.integer("attempts"),
                new ChatId(row.text("chat_id")),
                row.text("body"),
                new ClientMessageId(row.text("client_message_id")),
                row.instant("send_before"),
                slot,
                lease);
    }
}
