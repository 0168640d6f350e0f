package com.clinni.appointments.report;

import com.clinni.appointments.clinic.Clinic;
import com.clinni.appointments.reminder.PublicState;
import com.clinni.events.Channel;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** Counts a month's reminders, by when they were due. */
@ApplicationScoped
class MonthCounts {

    private static final Sql COUNT = Sql.named("report/month");

    private final Database database;

    MonthCounts(Database database) {
        this.database = database;
    }

    List<ReminderCount> of(Clinic clinic, YearMonth month) {
        return database.query(
                COUNT,
                Map.of(
                        "clinicId", clinic.clinicId(),
                        "from", MonthReport.begin(month, clinic),
                        "to", MonthReport.begin(month.plusMonths(1), clinic)),
                MonthCounts::count);
    }

    private static ReminderCount count(Row row) throws SQLException {
        var channel = row.text("channel");
        return new ReminderCount(
                channel == null ? null : Channel.valueOf(channel),
                PublicState.valueOf(row.text("state")),
                row.number("reminders"),
                row.number("possible_duplicates"),
                row.number("met_outage"),
                row.number("segments"));
    }
}
