package com.clinni.fallback.replay;

import com.clinni.events.Cause;
import com.clinni.events.DeliveryState;
import com.clinni.fallback.audit.Audit;
import com.clinni.fallback.database.Columns;
import com.clinni.fallback.database.Database;
import com.clinni.fallback.database.Parameters;
import com.clinni.fallback.database.Sql;
import com.clinni.fallback.message.RecordCopy;
import com.clinni.fallback.replay.Candidate.Origin;
import com.clinni.fallback.replay.ReplayPlan.Item;
import com.clinni.fallback.replay.ReplayRequest.Checked;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is known of replays and of what they are about. Runs in the caller's transaction. */
@ApplicationScoped
class Replays {

    private static final Sql CANDIDATES = Sql.file("replay-candidates");
    private static final Sql LOCK = Sql.file("message-hold");
    private static final Sql BEGIN = Sql.file("replay-begin");
    private static final Sql BY_KEY = Sql.file("replay-by-key");
    private static final Sql BY_ID = Sql.file("replay-by-id");
    private static final Sql ADD_ITEMS = Sql.file("replay-add-items");
    private static final Sql ITEMS = Sql.file("replay-items");

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
    List<Candidate> candidates(List<UUID> ids) {
        return database.query(CANDIDATES, deliveries(ids(ids)), Replays::candidate);
    }

    /**
     * The same, held until the transaction ends; in one order, so that two replays do not deadlock.
     */
    List<Candidate> lockCandidates(List<UUID> ids) {
        database.query(LOCK, ids(ids), row -> row.uuid("id"));
        return candidates(ids);
    }

    /** False when the key was used before; waits for a replay that is under way with it. */
    boolean begin(UUID id, String key, Checked request, Instant now) {
        return database.update(
                        BEGIN,
                        Parameters.of("id", id)
                                .and("key", key)
                                .and("hash", request.hash())
                                .and("reason", request.reason())
                                .and("mayDuplicate", request.mayDuplicate())
                                .and("who", Audit.LOCAL)
                                .and("now", now))
                == 1;
    }

    Replay byKey(String key) {
        return database.query(BY_KEY, Parameters.of("key", key), Replays::replay).getFirst();
    }

    Optional<Replay> byId(UUID id) {
        return database.query(BY_ID, Parameters.of("id", id), Replays::replay).stream().findFirst();
    }

    void addItems(UUID id, List<Item> items) {
        database.update(
                ADD_ITEMS,
                Parameters.of("id", id)
                        .column("messages", "uuid", items, Item::id)
                        .column("verdicts", "text", items, Item::verdict));
    }

    List<Outcome> outcomes(UUID id) {
        return database.query(
                ITEMS,
                deliveries(Parameters.of("id", id)),
                row ->
                        new Outcome(
                                new Item(
                                        row.uuid("message_id"),
                                        row.constant("verdict", Verdict.class)),
                                row.constant("state", DeliveryState.class)));
    }

    private static Parameters ids(List<UUID> ids) {
        return Parameters.none().column("ids", "uuid", new ArrayList<>(ids), i -> i);
    }

    private static Parameters deliveries(Parameters parameters) {
        return parameters.column("deliveries", "text", RecordCopy.DELIVERIES, topic -> topic);
    }

    private static Candidate candidate(Columns row) {
        return new Candidate(
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

    private static Replay replay(Columns row) {
        return new Replay(
                row.uuid("id"),
                row.text("request_hash"),
                row.text("reason"),
                row.flag("may_duplicate"),
                row.text("asked_by"),
                row.instant("asked_at"));
    }
}
