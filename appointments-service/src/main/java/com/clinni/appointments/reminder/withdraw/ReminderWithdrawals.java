package com.clinni.appointments.reminder.withdraw;

import com.clinni.appointments.VisitId;
import com.clinni.events.ReminderWithdrawn;
import com.clinni.events.ReminderWithdrawn.Reason;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import com.clinni.platform.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Withdraws the reminders of visits, inside the transaction that changes the visits. */
@ApplicationScoped
public class ReminderWithdrawals {

    private static final Sql WITHDRAW = Sql.named("withdrawing/withdraw");
    private static final Sql UNQUEUE = Sql.named("withdrawing/unqueue");

    private final Database database;
    private final Outbox outbox;
    private final MeterRegistry metrics;

    ReminderWithdrawals(Database database, Outbox outbox, MeterRegistry metrics) {
        this.database = database;
        this.outbox = outbox;
        this.metrics = metrics;
    }

    /** Withdraws whatever these visits still have, and tells the dispatchers, come what may. */
    public void withdraw(List<VisitId> visits, Reason reason, Instant now) {
        if (visits.isEmpty()) {
            return;
        }
        var asked = VisitId.columns(visits).with("now", now).with("reason", reason).map();
        database.update(UNQUEUE, asked);
        var withdrawn = database.query(WITHDRAW, asked, row -> withdrawal(row, reason, now));
        outbox.addEvents(withdrawn, now);
        metrics.counter("reminders.withdrawn", "reason", reason.name()).increment(withdrawn.size());
    }

    private static ReminderWithdrawn withdrawal(Row row, Reason reason, Instant now)
            throws SQLException {
        return new ReminderWithdrawn(
                row.uuid("reminder_id"),
                row.text("appointment_id"),
                row.number("appointment_version"),
                row.text("clinic_id"),
                reason,
                now);
    }
}
