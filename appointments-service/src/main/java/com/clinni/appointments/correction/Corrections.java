package com.clinni.appointments.correction;

import com.clinni.appointments.Database;
import com.clinni.appointments.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Visits whose change may have to be told. Whether a message about them went out is not known at
 * this moment: what is on its way may arrive yet, and reports come later. So it is decided later.
 */
@ApplicationScoped
public class Corrections {

    /** Longer than a doubt lasts; then a reminder leaves, whatever is known. */
    private static final Duration LONGEST_HOLD = Duration.ofMinutes(15);

    private static final String PUT = Sql.named("put-corrections");
    private static final String HOLD = Sql.named("hold-reminders");

    private final Database database;
    private final CorrectionConfig config;

    Corrections(Database database, CorrectionConfig config) {
        this.database = database;
        this.config = config;
    }

    /**
     * Remembers, inside the transaction that moved or cancelled these visits and planned them anew,
     * those that somebody may have been told of, and holds what their new plan would send at once.
     */
    public void consider(List<String> changed, Instant now) {
        if (changed.isEmpty()) {
            return;
        }
        var ids = changed.toArray(String[]::new);
        if (database.update(PUT, now, now.plus(config.settle()), ids) > 0) {
            var until = now.plus(LONGEST_HOLD);
            database.update(HOLD, until, ids, until);
        }
    }
}
