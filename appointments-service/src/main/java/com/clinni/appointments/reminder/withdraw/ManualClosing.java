package com.clinni.appointments.reminder.withdraw;

import com.clinni.appointments.Database;
import com.clinni.appointments.Sql;
import com.clinni.appointments.reminder.PublicState;
import com.clinni.events.ReminderWithdrawn.Reason;
import com.clinni.platform.outbox.Outbox;
import com.clinni.events.ReminderWithdrawn;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Closes the reminder that a person sent, inside the caller's transaction. */
@ApplicationScoped
public class ManualClosing {

    private static final String CLOSE = Sql.named("sent-by-hand");

    private final Database database;
    private final Outbox outbox;
    private final MeterRegistry metrics;

    ManualClosing(Database database, Outbox outbox, MeterRegistry metrics) {
        this.database = database;
        this.outbox = outbox;
        this.metrics = metrics;
    }

    /**
     * A reminder that was closed.
     *
     * @param state where it stands: one that is being sent by itself at this moment stays so
     */
    public record Closed(UUID reminderId, PublicState state) {}

    /**
     * Closes the next open reminder of this version of a visit and withdraws it everywhere; empty
     * when none is open. Of a version that was moved or cancelled, one that did not go out is open.
     * One that is still in the queue stays there: the publisher drops what was withdrawn.
     */
    public Optional<Closed> close(String appointmentId, long version, String by, Instant now) {
        record Row(ReminderWithdrawn event, PublicState state) {}
        var closed =
                database.query(
                        CLOSE,
                        row -> new Row(withdrawal(row, now), stateOf(row)),
                        now,
                        by,
                        appointmentId,
                        version);
        outbox.addEvents(closed.stream().map(Row::event).toList(), now);
        metrics.counter("reminders.withdrawn", "reason", Reason.SENT_BY_HAND.name())
                .increment(closed.size());
        return closed.stream()
                .map(row -> new Closed(row.event().reminderId(), row.state()))
                .findFirst();
    }

    private static PublicState stateOf(ResultSet row) throws SQLException {
        return PublicState.valueOf(row.getString("state"));
    }

    private static ReminderWithdrawn withdrawal(ResultSet row, Instant now) throws SQLException {
        return new ReminderWithdrawn(
                row.getObject("reminder_id", UUID.class),
                row.getString("appointment_id"),
                row.getLong("appointment_version"),
                row.getString("clinic_id"),
                Reason.SENT_BY_HAND,
                now);
    }
}
