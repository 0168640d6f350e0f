package com.clinni.appointments.correction;

import com.clinni.appointments.VisitId;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * Visits whose change may have to be told. Whether a message about them went out is not known at
 * this moment: what is on its way may arrive yet, and reports come later. So it is decided later.
 */
@ApplicationScoped
public class Corrections {

    private static final Sql PUT = Sql.named("corrections/put");
    private static final Sql HOLD = Sql.named("corrections/hold");

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
    public void consider(List<VisitId> changed, Instant now) {
        if (changed.isEmpty()) {
            return;
        }
        var put =
                VisitId.columns(changed).with("now", now).with("lookAt", now.plus(config.settle()));
        if (database.update(PUT, put.map()) > 0) {
            var hold =
                    VisitId.columns(changed)
                            .with("until", now.plus(config.longestHold()))
                            .with("lead", config.holdEndsBefore());
            database.update(HOLD, hold.map());
        }
    }
}
