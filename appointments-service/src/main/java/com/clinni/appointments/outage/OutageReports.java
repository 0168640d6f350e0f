package com.clinni.appointments.outage;

import com.clinni.events.OutageChanged;
import com.clinni.platform.database.Columns;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Stores the outages that whatsapp-dispatcher reports, in the caller's transaction. */
@ApplicationScoped
class OutageReports {

    private static final Sql STORE = Sql.named("outages/store");

    private final Database database;

    OutageReports(Database database) {
        this.database = database;
    }

    void store(List<OutageChanged> outages) {
        database.update(
                STORE,
                Columns.of(outages)
                        .put("lines", OutageChanged::line)
                        .put("beginnings", OutageChanged::beganAt)
                        .put("ends", OutageChanged::endedAt)
                        .put("causes", OutageChanged::cause)
                        .map());
    }
}
