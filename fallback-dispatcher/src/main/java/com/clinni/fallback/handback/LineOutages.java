package com.clinni.fallback.handback;

import com.clinni.events.OutageChanged;
import com.clinni.platform.database.Columns;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The newest outage of each line, in whatever order outages are told. */
@ApplicationScoped
class LineOutages {

    private static final Sql STORE = Sql.named("hand-back/store-outages");

    private final Database database;

    LineOutages(Database database) {
        this.database = database;
    }

    void store(List<OutageChanged> told) {
        database.update(
                STORE,
                Columns.of(told)
                        .put("lines", OutageChanged::line)
                        .put("begins", OutageChanged::beganAt)
                        .put("ends", OutageChanged::endedAt)
                        .map());
    }
}
