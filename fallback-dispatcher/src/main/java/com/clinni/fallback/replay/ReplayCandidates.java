package com.clinni.fallback.replay;

import com.clinni.fallback.message.RecordCopy;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Dead letters that may be sent again. Runs in the caller's transaction. */
@ApplicationScoped
class ReplayCandidates {

    private static final Sql CANDIDATES = Sql.named("replays/candidates");
    private static final Sql LOCK = Sql.named("messages/hold");
    private static final Sql FOUND_AFTER = Sql.named("replays/found-after");

    private final Database database;

    ReplayCandidates(Database database) {
        this.database = database;
    }

    /** A letter's place among those that a filter finds, the oldest first. */
    record Place(Instant diedAt, UUID id) {

        static final Place BEFORE_ALL = new Place(Instant.EPOCH, new UUID(0, 0));
    }

    /** The dead letters as they are. */
    List<ReplayCandidate> of(List<UUID> ids) {
        return database.query(
                CANDIDATES,
                Map.of("ids", ids, "deliveries", RecordCopy.DELIVERIES),
                ReplayCandidate::of);
    }

    /**
     * The same, held until the transaction ends; in one order, so that two replays do not deadlock.
     */
    List<ReplayCandidate> lock(List<UUID> ids) {
        database.query(LOCK, Map.of("ids", ids), row -> row.uuid("id"));
        return of(ids);
    }

    /** The next ones that a filter finds. */
    List<Place> found(ReplayFilter.Checked filter, Place after, int most) {
        var values = filter.values();
        values.put("afterAt", after.diedAt());
        values.put("afterId", after.id());
        values.put("limit", most);
        return database.query(
                FOUND_AFTER, values, row -> new Place(row.instant("died_at"), row.uuid("id")));
    }
}
