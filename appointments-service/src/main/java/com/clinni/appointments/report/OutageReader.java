package com.clinni.appointments.report;

import static com.clinni.appointments.Database.instant;

import com.clinni.appointments.Database;
import com.clinni.appointments.Sql;
import com.clinni.appointments.clinic.Clinic;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/** Finds a month's outages that reminders of one clinic ran into. */
@ApplicationScoped
class OutageReader {

    private static final String MET = Sql.named("met-outages");

    private final Database database;

    OutageReader(Database database) {
        this.database = database;
    }

    List<MetOutage> of(Clinic clinic, YearMonth month, Instant now) {
        var from = MonthReport.begin(month, clinic);
        var to = MonthReport.begin(month.plusMonths(1), clinic);
        return database.query(
                MET,
                row ->
                        MetOutage.of(
                                instant(row, "began_at"),
                                instant(row, "ended_at"),
                                row.getString("cause"),
                                now),
                clinic.clinicId(),
                from,
                to,
                from,
                to);
    }
}
