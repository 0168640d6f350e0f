package com.clinni.appointments.report;

import com.clinni.appointments.clinic.Clinic;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** Finds a month's outages that reminders of one clinic ran into. */
@ApplicationScoped
class OutageReader {

    private static final Sql MET = Sql.named("report/outages");

    private final Database database;
    private final OutageConfig config;

    OutageReader(Database database, OutageConfig config) {
        this.database = database;
        this.config = config;
    }

    List<MetOutage> of(Clinic clinic, YearMonth month, Instant now) {
        var from = MonthReport.begin(month, clinic);
        var to = MonthReport.begin(month.plusMonths(1), clinic);
        return database.query(
                MET,
                Map.of(
                        "clinicId", clinic.clinicId(),
                        "dueSince", from.minus(config.lookBack()),
                        "from", from,
                        "to", to,
                        "margin", config.margin()),
                row ->
                        MetOutage.of(
                                row.instant("began_at"),
                                row.instant("ended_at"),
                                row.text("cause"),
                                now));
    }
}
