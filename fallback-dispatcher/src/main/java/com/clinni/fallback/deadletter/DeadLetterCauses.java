package com.clinni.fallback.deadletter;

import com.clinni.events.Cause;
import com.clinni.fallback.database.Database;
import com.clinni.fallback.database.Parameters;
import com.clinni.fallback.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** What needs attention, by cause. */
@ApplicationScoped
class DeadLetterCauses {

    private static final Sql COUNT = Sql.file("dead-letter-causes");

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
                Parameters.of("now", now),
                row ->
                        new Count(
                                row.constant("cause", Cause.class),
                                row.number("count"),
                                row.number("in_time"),
                                row.instant("oldest")));
    }
}
