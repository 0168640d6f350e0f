package com.clinni.whatsapp.reply;

import com.clinni.events.digest.KeyedDigest;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import com.clinni.whatsapp.gateway.ClientMessageId;
import com.clinni.whatsapp.line.Line;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers in PostgreSQL: what waits to be sent to people who wrote, and what became of it. */
@ApplicationScoped
public class Replies {

    static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private static final Sql ADD = Sql.named("replies/add");
    private static final Sql NEXT = Sql.named("replies/next");
    private static final Sql NAME = Sql.named("replies/name");
    private static final Sql SETTLE = Sql.named("replies/settle");
    private static final List<Sql> ENDS =
            List.of(Sql.named("replies/doubt-stale"), Sql.named("replies/expire"));

    private final Database database;
    private final KeyedDigest digest;
    private final Clock clock;

    Replies(Database database, KeyedDigest digest, Clock clock) {
        this.database = database;
        this.digest = digest;
        this.clock = clock;
    }

    /** One that waits, and the id it is to be sent with if it has one by now. */
    record Waiting(long id, @Nullable ClientMessageId messageId) {}

    /**
     * Adds them in the caller's transaction, except those that were answered that day already.
     *
     * @return the keys of those that were added
     */
    public Set<Reply.Key> add(List<Reply> replies) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("now", clock.instant());
        values.put("lines", replies.stream().map(Reply::line).toList());
        values.put("phones", replies.stream().map(r -> r.phone().e164()).toList());
        values.put(
                "phoneDigests",
                replies.stream().map(r -> digest.of(r.phone()).toString()).toList());
        values.put("kinds", replies.stream().map(Reply::kind).toList());
        values.put("days", replies.stream().map(r -> r.day().toString()).toList());
        values.put("chatIds", replies.stream().map(r -> r.chat().value()).toList());
        values.put("bodies", replies.stream().map(Reply::text).toList());
        values.put("sendBefores", replies.stream().map(Reply::sendBefore).toList());
        return Set.copyOf(
                database.query(
                        ADD,
                        values,
                        row ->
                                new Reply.Key(
                                        row.text("line"),
                                        row.text("phone"),
                                        row.constant("kind", Reply.Kind.class))));
    }

    /** The next one that may leave now or in a moment, as far as its line is concerned. */
    Optional<Waiting> next(Line line, Instant now) {
        var values =
                Map.of(
                        "line",
                        line.name(),
                        "now",
                        now,
                        "longestWaitSeconds",
                        (double) LONGEST_WAIT.toSeconds());
        return database.first(
                NEXT,
                values,
                row -> {
                    var id = row.text("client_message_id");
                    return new Waiting(
                            row.number("id"), id == null ? null : new ClientMessageId(id));
                });
    }

    void name(Waiting waiting, ClientMessageId id) {
        database.update(NAME, Map.of("id", waiting.id(), "messageId", id.value()));
    }

    /** What became of an attempt; {@code notBefore} for one that may be made again. */
    void settle(
            ReplyIntent intent,
            String state,
            @Nullable String gatewayMessageId,
            @Nullable Instant notBefore) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("id", intent.id());
        values.put("epoch", intent.leaseEpoch());
        values.put("state", state);
        values.put("gatewayMessageId", gatewayMessageId);
        values.put("notBefore", notBefore);
        database.update(SETTLE, values);
    }

    /** Ends what is too late, and what a node died over. */
    void end() {
        ENDS.forEach(end -> database.update(end, Map.of("now", clock.instant())));
    }
}
