package com.clinni.fallback.replay;

import com.clinni.events.DeliveryReported;
import com.clinni.events.DeliveryState;
import com.clinni.platform.database.Columns;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/**
 * The last reports of other services about what was sent again, and about who has a message after
 * all that was in doubt. Runs in the caller's transaction.
 */
@ApplicationScoped
class ReplayProgress {

    private static final Set<DeliveryState> ARRIVED =
            Set.of(DeliveryState.DELIVERED, DeliveryState.READ);
    private static final Sql TELL = Sql.named("replays/tell");

    private final Database database;

    ReplayProgress(Database database) {
        this.database = database;
    }

    /** Keeps those that a replay has to do with: few of all there are. */
    void store(List<DeliveryReported> reports) {
        var kept = reports.stream().filter(ReplayProgress::matters).toList();
        if (!kept.isEmpty()) {
            database.update(
                    TELL,
                    Columns.of(kept)
                            .put("reminders", DeliveryReported::reminderId)
                            .put("clinics", DeliveryReported::clinicId)
                            .put("generations", DeliveryReported::generation)
                            .put("sequences", DeliveryReported::sequence)
                            .put("states", DeliveryReported::state)
                            .put("causes", DeliveryReported::cause)
                            .put("ats", DeliveryReported::at)
                            .map());
        }
    }

    /** What this service reports it knows; a first generation matters once its patient has it. */
    private static boolean matters(DeliveryReported report) {
        if (report.sequence() >= DeliveryReported.FALLBACK_SEQUENCE_BASE) {
            return false;
        }
        if (report.generation() > 1) {
            return true;
        }
        return report.possibleDuplicate() && ARRIVED.contains(report.state());
    }
}
