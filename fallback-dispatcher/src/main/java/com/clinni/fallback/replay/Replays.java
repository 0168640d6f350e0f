package com.clinni.fallback.replay;

import com.clinni.events.Cause;
import com.clinni.events.DeliveryState;
import com.clinni.fallback.message.RecordCopy;
import com.clinni.fallback.replay.ReplayPlan.Item;
import com.clinni.fallback.replay.ReplayRequest.Checked;
import com.clinni.fallback.replay.ReplayRequest.Overruled;
import com.clinni.fallback.replay.ReplayRequest.Terms;
import com.clinni.platform.access.CurrentCaller;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stored replays and their frozen lists. Runs in the caller's transaction. */
@ApplicationScoped
class Replays {

    private static final Sql BEGIN = Sql.named("replays/begin");
    private static final Sql BY_KEY = Sql.named("replays/by-key");
    private static final Sql BY_ID = Sql.named("replays/by-id");
    private static final Sql FREEZE = Sql.named("replays/freeze");
    private static final Sql FREEZE_FOUND = Sql.named("replays/freeze-found");
    private static final Sql UNFINISHED = Sql.named("replays/unfinished");
    private static final Sql UNDECIDED = Sql.named("replays/undecided");
    private static final Sql DECIDE = Sql.named("replays/decide");
    private static final Sql FINISH = Sql.named("replays/finish");
    private static final Sql VERDICTS = Sql.named("replays/verdicts");
    private static final Sql ITEMS = Sql.named("replays/items");
    private static final Sql COUNTS = Sql.named("replays/counts");

    private final Database database;

    Replays(Database database) {
        this.database = database;
    }

    /**
     * A replay that was accepted.
     *
     * @param filter what its list was found by, in words
     * @param finishedAt none while items wait for their turn
     */
    record Replay(
            UUID id,
            String hash,
            String reason,
            Terms terms,
            @Nullable String filter,
            String who,
            Instant askedAt,
            @Nullable Instant finishedAt,
            long total) {}

    /** An item whose turn it is. */
    record Turn(int position, UUID id) {}

    /**
     * An item and what became of it.
     *
     * @param state where the newest generation of it stands, or its dead letter if there is none
     * @param generation of which that is; 0 where it is the dead letter's own
     * @param nextId the dead letter that the newest generation became, if it died
     */
    record ItemOutcome(
            int position,
            UUID id,
            Verdict verdict,
            ReplayOutcome outcome,
            @Nullable DeliveryState state,
            @Nullable Cause cause,
            int generation,
            @Nullable UUID nextId) {}

    /** How many items have a verdict and an outcome. */
    record Tally(Verdict verdict, ReplayOutcome outcome, long items) {}

    /** False when the key was used before; waits for a replay that is under way with it. */
    boolean begin(UUID id, @Nullable String key, Checked request, Instant now) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("id", id);
        values.put("key", key);
        values.put("hash", request.hash());
        values.put("reason", request.reason());
        values.put("mayDuplicate", request.terms().mayDuplicate());
        values.put("filter", request.filter() == null ? null : request.filter().toString());
        values.put("despite", written(request.terms()));
        values.put("who", CurrentCaller.get().subject());
        values.put("now", now);
        return database.update(BEGIN, values) == 1;
    }

    Replay byKey(String key) {
        return database.first(BY_KEY, Map.of("key", key), Replays::replay).orElseThrow();
    }

    Optional<Replay> byId(UUID id) {
        return database.first(BY_ID, Map.of("id", id), Replays::replay);
    }

    /** Freezes the list of a replay: these letters, or those that its filter finds now. */
    int freeze(UUID id, Checked request) {
        if (request.filter() == null) {
            return database.update(FREEZE, Map.of("id", id, "messages", request.ids()));
        }
        var values = request.filter().values();
        values.put("id", id);
        return database.update(FREEZE_FOUND, values);
    }

    /** Holds the oldest replay that is not finished and that nobody else works on. */
    Optional<Replay> holdUnfinished() {
        return database.first(UNFINISHED, Map.of(), Replays::replay);
    }

    List<Turn> undecided(UUID id, int most) {
        return database.query(
                UNDECIDED,
                Map.of("id", id, "limit", most),
                row -> new Turn(row.integer("position"), row.uuid("message_id")));
    }

    /** Writes the verdicts down, in the order of the turns. */
    void decide(UUID id, List<Turn> turns, List<Item> items) {
        database.update(
                DECIDE,
                Map.of(
                        "id", id,
                        "positions", turns.stream().map(Turn::position).toList(),
                        "verdicts", items.stream().map(Item::verdict).toList()));
    }

    void finish(UUID id, Instant now) {
        database.update(FINISH, Map.of("id", id, "now", now));
    }

    /** The first items of a replay, and what was decided of them. */
    List<Item> verdicts(UUID id, int most) {
        return database.query(
                VERDICTS,
                Map.of("id", id, "limit", most),
                row -> new Item(row.uuid("message_id"), verdict(row)));
    }

    /** What became of the items after a position. */
    List<ItemOutcome> items(UUID id, int after, int most) {
        return database.query(
                ITEMS,
                Map.of(
                        "id", id,
                        "after", after,
                        "limit", most,
                        "deliveries", RecordCopy.DELIVERIES),
                Replays::itemOutcome);
    }

    /** What became of all of them, in numbers. */
    List<Tally> tallies(UUID id) {
        return database.query(
                COUNTS,
                Map.of("id", id, "deliveries", RecordCopy.DELIVERIES),
                row -> new Tally(verdict(row), outcome(row), row.number("items")));
    }

    private static ItemOutcome itemOutcome(Row row) throws SQLException {
        var state = row.constant("state", DeliveryState.class);
        return new ItemOutcome(
                row.integer("position"),
                row.uuid("message_id"),
                verdict(row),
                outcome(row),
                state == null ? row.constant("own_state", DeliveryState.class) : state,
                row.constant("cause", Cause.class),
                row.integer("generation"),
                row.uuid("next_id"));
    }

    private static ReplayOutcome outcome(Row row) throws SQLException {
        return ReplayOutcome.of(
                verdict(row), row.flag("followed"), row.constant("state", DeliveryState.class));
    }

    private static Verdict verdict(Row row) throws SQLException {
        var verdict = row.constant("verdict", Verdict.class);
        return verdict == null ? Verdict.UNDECIDED : verdict;
    }

    private static String written(Terms terms) {
        return terms.despite().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    private static Terms terms(Row row) throws SQLException {
        return new Terms(
                row.flag("may_duplicate"),
                Arrays.stream(row.text("despite").split(","))
                        .filter(name -> !name.isEmpty())
                        .map(Overruled::valueOf)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Replay replay(Row row) throws SQLException {
        return new Replay(
                row.uuid("id"),
                row.text("request_hash"),
                row.text("reason"),
                terms(row),
                row.text("filter"),
                row.text("asked_by"),
                row.instant("asked_at"),
                row.instant("finished_at"),
                row.number("total"));
    }
}
