package com.clinni.appointments.report;

import com.clinni.appointments.Database;
import com.clinni.appointments.Sql;
import com.clinni.appointments.clinic.Clinic;
import com.clinni.appointments.reminder.PublicState;
import com.clinni.events.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;

/** Counts a month's reminders, by when they were due. */
@ApplicationScoped
class MonthCounts {

    private static final String COUNT = Sql.named("count-month");

    private final Database database;

    MonthCounts(Database database) {
        this.database = database;
    }

    List<ReminderCount> of(Clinic clinic, YearMonth month) {
        return database.query(
                COUNT,
                MonthCounts::count,
                clinic.clinicId(),
                MonthReport.begin(month, clinic),
                MonthReport.begin(month.plusMonths(1), clinic));
    }

    private static ReminderCount count(ResultSet row) throws SQLException {
        var channel = row.getString("channel");
        return new ReminderCount(
                channel == null ? null : Channel.valueOf(channel),
                PublicState.valueOf(row.getString("state")),
                row.getLong("reminders"),
                row.getLong("possible_duplicates"),
                row.getLong("met_outage"),
                row.getLong("segments"));
    }
}
