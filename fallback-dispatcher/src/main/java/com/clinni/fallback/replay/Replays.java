package com.clinni.fallback.replay;

import com.clinni.events.Cause;
import com.clinni.events.DeliveryState;
import com.clinni.fallback.audit.Audit;
import com.clinni.fallback.message.RecordCopy;
import com.clinni.fallback.replay.ReplayCandidate.Origin;
import com.clinni.fallback.replay.ReplayPlan.Item;
import com.clinni.fallback.replay.ReplayRequest.Checked;
import com.clinni.platform.database.Columns;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stored replays and the dead letters that they are about. Runs in the caller's transaction. */
@ApplicationScoped
class Replays {

    private static final Sql CANDIDATES = Sql.named("replays/candidates");
    private static final Sql LOCK = Sql.named("messages/hold");
    private static final Sql BEGIN = Sql.named("replays/begin");
    private static final Sql BY_KEY = Sql.named("replays/by-key");
    private static final Sql BY_ID = Sql.named("replays/by-id");
    private static final Sql ADD_ITEMS = Sql.named("replays/add-items");
    private static final Sql ITEMS = Sql.named("replays/items");

    private final Database database;

    Replays(Database database) {
        this.database = database;
    }

    /** A replay that was carried out. */
    record Replay(
            UUID id,
            String hash,
            String reason,
            boolean mayDuplicate,
            String who,
            Instant askedAt) {}

    /**
     * An item and what has become of the dead letter: the next generation's state once it is back.
     */
    record Outcome(Item item, DeliveryState state) {}

    /** The dead letters as they are. */
    List<ReplayCandidate> candidates(List<UUID> ids) {
        return database.query(
                CANDIDATES,
                Map.of("ids", ids, "deliveries", RecordCopy.DELIVERIES),
                Replays::candidate);
    }

    /**
     * The same, held until the transaction ends; in one order, so that two replays do not deadlock.
     */
    List<ReplayCandidate> lockCandidates(List<UUID> ids) {
        database.query(LOCK, Map.of("ids", ids), row -> row.uuid("id"));
        return candidates(ids);
    }

    /** False when the key was used before; waits for a replay that is under way with it. */
    boolean begin(UUID id, @Nullable String key, Checked request, Instant now) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("id", id);
        values.put("key", key);
        values.put("hash", request.hash());
        values.put("reason", request.reason());
        values.put("mayDuplicate", request.mayDuplicate());
        values.put("who", Audit.LOCAL);
        values.put("now", now);
        return database.update(BEGIN, values) == 1;
    }

    Replay byKey(String key) {
        return database.first(BY_KEY, Map.of("key", key), Replays::replay).orElseThrow();
    }

    Optional<Replay> byId(UUID id) {
        return database.first(BY_ID, Map.of("id", id), Replays::replay);
    }

    void addItems(UUID id, List<Item> items) {
        database.update(
                ADD_ITEMS,
                Columns.of(items)
                        .with("id", id)
                        .put("messages", Item::id)
                        .put("verdicts", Item::verdict)
                        .map());
    }

    List<Outcome> outcomes(UUID id) {
        return database.query(
                ITEMS,
                Map.of("id", id, "deliveries", RecordCopy.DELIVERIES),
                row ->
                        new Outcome(
                                new Item(
                                        row.uuid("message_id"),
                                        row.constant("verdict", Verdict.class)),
                                row.constant("state", DeliveryState.class)));
    }

    private static ReplayCandidate candidate(Row row) throws SQLException {
        return new ReplayCandidate(
                row.uuid("id"),
                row.constant("state", DeliveryState.class),
                row.constant("cause", Cause.class),
                row.instant("send_before"),
                row.flag("withdrawn"),
                row.flag("possible_duplicate"),
                new Origin(
                        row.text("record_topic"),
                        row.bytes("record_key"),
                        row.bytes("record_headers"),
                        row.bytes("record_value"),
                        row.integer("generation")));
    }

    private static Replay replay(Row row) throws SQLException {
        return new Replay(
                row.uuid("id"),
                row.text("request_hash"),
                row.text("reason"),
                row.flag("may_duplicate"),
                row.text("asked_by"),
                row.instant("asked_at"));
    }
}
