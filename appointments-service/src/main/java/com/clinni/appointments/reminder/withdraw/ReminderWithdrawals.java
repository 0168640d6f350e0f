package com.clinni.appointments.reminder.withdraw;

import com.clinni.appointments.Database;
import com.clinni.appointments.Sql;
import com.clinni.events.ReminderWithdrawn;
import com.clinni.events.ReminderWithdrawn.Reason;
import com.clinni.platform.outbox.Outbox;
import com.clinni.appointments.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Withdraws the reminders of visits, inside the transaction that changes the visits. */
@ApplicationScoped
public class ReminderWithdrawals {

    private static final String WITHDRAW = Sql.named("withdraw-reminders");

    /** Before the facts: the publisher locks in this order too. */
    private static final String UNQUEUE =
            """
            DELETE FROM reminder_due USING reminder
            WHERE reminder_due.reminder_id = reminder.reminder_id
              AND reminder.appointment_id = ANY (?::text[])
            """;

    private final Database database;
    private final Outbox outbox;
    private final MeterRegistry metrics;

    ReminderWithdrawals(Database database, Outbox outbox, MeterRegistry metrics) {
        this.database = database;
        this.outbox = outbox;
        this.metrics = metrics;
    }

    /** Withdraws whatever these visits still have, and tells the dispatchers, come what may. */
    public void withdraw(List<String> appointmentIds, Reason reason, Instant now) {
        if (appointmentIds.isEmpty()) {
            return;
        }
        var ids = appointmentIds.toArray(String[]::new);
        database.update(UNQUEUE, (Object) ids);
        var withdrawn =
                database.query(
                        WITHDRAW, row -> withdrawal(row, reason, now), now, reason.name(), ids);
        outbox.addEvents(withdrawn, now);
        metrics.counter("reminders.withdrawn", "reason", reason.name()).increment(withdrawn.size());
    }

    private static ReminderWithdrawn withdrawal(ResultSet row, Reason reason, Instant now)
            throws SQLException {
        return new ReminderWithdrawn(
                row.getObject("reminder_id", UUID.class),
                row.getString("appointment_id"),
                row.getLong("appointment_version"),
                row.getString("clinic_id"),
                reason,
                now);
    }
}
