package com.clinni.whatsapp.silence;

import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import com.clinni.platform.time.Stopwatch;
import com.clinni.whatsapp.gateway.ChatId;
import com.clinni.whatsapp.gateway.ClientMessageId;
import com.clinni.whatsapp.line.Line;
import com.clinni.whatsapp.line.Pacer;
import com.clinni.whatsapp.message.DispatchConfig;
import com.clinni.whatsapp.message.Lease;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Canaries in PostgreSQL: each is written down before it leaves, as any intent. */
@ApplicationScoped
class Canaries {

    private static final Sql MAY_SEND = Sql.named("silence/may-send-canary");
    private static final Sql COUNT = Sql.named("silence/count-canary");
    private static final Sql ADD = Sql.named("silence/add-canary");
    private static final Sql ACCEPTED = Sql.named("silence/canary-accepted");
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Pacer pacer = new Pacer(new Random());
    private final Database database;
    private final Stopwatch stopwatch;
    private final Duration leaseMargin;

    Canaries(Database database, Stopwatch stopwatch, DispatchConfig config) {
        this.database = database;
        this.stopwatch = stopwatch;
        this.leaseMargin = config.leaseMargin();
    }

    private record Turn(long claims, Instant slot) {}

    /** Commits the intent; empty when the last one is too fresh, or the line is stopped. */
    Optional<Canary> intend(Line line, ChatId chat, ClientMessageId id, Instant now) {
        var takenAt = stopwatch.nanos();
        return QuarkusTransaction.requiringNew()
                .call(() -> turn(line, now).map(turn -> take(line, chat, id, turn, takenAt, now)));
    }

    void accepted(Canary canary, String gatewayMessageId, Instant now) {
        database.update(
                ACCEPTED,
                Map.of(
                        "messageId", canary.clientMessageId().value(),
                        "gatewayMessageId", gatewayMessageId,
                        "now", now));
    }

    private Optional<Turn> turn(Line line, Instant now) {
        return database.first(
                MAY_SEND,
                Map.of(
                        "line",
                        line.name(),
                        "everySeconds",
                        line.config().probeEvery().toMillis() / 1e3,
                        "longestWaitSeconds",
                        (double) LONGEST_WAIT.toSeconds(),
                        "now",
                        now),
                row -> new Turn(row.number("claims"), row.instant("slot")));
    }

    private Canary take(
            Line line, ChatId chat, ClientMessageId id, Turn turn, long takenAt, Instant now) {
        var config = line.config();
        var next = pacer.next(turn.slot(), config.sendInterval(), config.sendJitter());
        database.update(COUNT, Map.of("line", line.name(), "now", now, "nextSendAt", next));
        database.update(
                ADD,
                Map.of(
                        "messageId", id.value(),
                        "line", line.name(),
                        "chatId", chat.value(),
                        "claimNo", turn.claims() + 1,
                        "now", now));
        var wait = Duration.between(now, turn.slot());
        var length = wait.plus(config.callTimeout()).plus(leaseMargin);
        return new Canary(chat, id, turn.slot(), new Lease(takenAt, length));
    }
}
