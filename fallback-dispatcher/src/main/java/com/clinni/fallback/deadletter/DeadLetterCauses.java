package com.clinni.fallback.deadletter;

import com.clinni.events.Cause;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Counts of the dead letters that need attention, by cause. */
@ApplicationScoped
class DeadLetterCauses {

    private static final Sql COUNT = Sql.named("messages/causes");

    private final Database database;

    DeadLetterCauses(Database database) {
        this.database = database;
    }

    /**
     * One cause.
     *
     * @param inTime how many could still be of use
     */
    record Count(Cause cause, long count, long inTime, Instant oldest) {}

    List<Count> counts(Instant now) {
        return database.query(
                COUNT,
                Map.of("now", now),
                row ->
                        new Count(
                                row.constant("cause", Cause.class),
                                row.number("count"),
                                row.number("in_time"),
                                row.instant("oldest")));
    }
}
