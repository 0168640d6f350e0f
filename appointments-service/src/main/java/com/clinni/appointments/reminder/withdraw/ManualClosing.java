package com.clinni.appointments.reminder.withdraw;

import com.clinni.appointments.VisitId;
import com.clinni.appointments.reminder.PublicState;
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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Closes the reminder that a person sent, inside the caller's transaction. */
@ApplicationScoped
public class ManualClosing {

    private static final Sql CLOSE = Sql.named("withdrawing/close-by-hand");

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
    public Optional<Closed> close(VisitId visit, long version, String by, Instant now) {
        record ClosedReminder(ReminderWithdrawn event, PublicState state) {}
        var closed =
                database.query(
                        CLOSE,
                        Map.of(
                                "now", now,
                                "by", by,
                                "clinicId", visit.clinicId(),
                                "appointmentId", visit.appointmentId(),
                                "version", version),
                        row ->
                                new ClosedReminder(
                                        withdrawal(row, now),
                                        row.constant("state", PublicState.class)));
        outbox.addEvents(closed.stream().map(ClosedReminder::event).toList(), now);
        metrics.counter("reminders.withdrawn", "reason", Reason.SENT_BY_HAND.name())
                .increment(closed.size());
        return closed.stream()
                .map(row -> new Closed(row.event().reminderId(), row.state()))
                .findFirst();
    }

    private static ReminderWithdrawn withdrawal(Row row, Instant now) throws SQLException {
        return new ReminderWithdrawn(
                row.uuid("reminder_id"),
                row.text("appointment_id"),
                row.number("appointment_version"),
                row.text("clinic_id"),
                Reason.SENT_BY_HAND,
                now);
    }
}
