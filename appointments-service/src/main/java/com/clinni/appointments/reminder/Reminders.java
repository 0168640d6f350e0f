package com.clinni.appointments.reminder;

import static com.clinni.appointments.Database.instant;

import com.clinni.appointments.Columns;
import com.clinni.appointments.Database;
import com.clinni.appointments.Sql;
import com.clinni.appointments.outbox.Outbox;
import com.clinni.events.ReminderWithdrawn;
import com.clinni.events.ReminderWithdrawn.Reason;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Plans and withdraws the reminders of visits, inside the transaction that changes the visits. */
@ApplicationScoped
public class Reminders {

    private static final String PLAN = Sql.named("plan-reminders");
    private static final String WITHDRAW = Sql.named("withdraw-reminders");

    /** Before the facts: the publisher locks in this order too. */
    private static final String UNQUEUE =
            """
            DELETE FROM reminder_due USING reminder
            WHERE reminder_due.reminder_id = reminder.reminder_id
              AND reminder.appointment_id = ANY (?::text[])
            """;

    private static final String PLANNED =
            """
            SELECT appointment_id, reminder_id, due_at, send_before FROM reminder
            WHERE appointment_id = ANY (?::text[]) AND kind = 'reminder'
              AND withdrawn_at IS NULL AND state <> 'DROPPED'
            ORDER BY due_at
            """;

    private final Database database;
    private final Outbox outbox;
    private final MeterRegistry metrics;

    Reminders(Database database, Outbox outbox, MeterRegistry metrics) {
        this.database = database;
        this.outbox = outbox;
        this.metrics = metrics;
    }

    /** A reminder as a booking is told of it. */
    public record Promise(UUID reminderId, Instant dueAt, Instant sendBefore) {}

    public void plan(List<PlanRequest> visits, PlannedBy who, Instant now) {
        insert(visits.stream().flatMap(visit -> PlannedReminder.of(visit, now)).toList(), who, now);
    }

    void insert(List<PlannedReminder> planned, PlannedBy who, Instant now) {
        if (planned.isEmpty()) {
            return;
        }
        var columns = Columns.of(planned);
        var queued =
                database.update(
                        PLAN,
                        columns.ids(PlannedReminder::reminderId),
                        columns.texts(reminder -> reminder.visit().appointmentId()),
                        columns.longs(reminder -> reminder.visit().version()),
                        columns.texts(reminder -> reminder.visit().clinic().clinicId()),
                        columns.texts(PlannedReminder::rule),
                        columns.instants(reminder -> reminder.visit().startsAt()),
                        columns.instants(PlannedReminder::dueAt),
                        columns.instants(PlannedReminder::sendBefore),
                        now,
                        who.name());
        metrics.counter("reminders.planned", "by", who.name()).increment(queued);
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
        outbox.add(withdrawn, now);
        metrics.counter("reminders.withdrawn", "reason", reason.name()).increment(withdrawn.size());
    }

    /** What is planned for these visits, by visit. */
    public Map<String, List<Promise>> promised(List<String> appointmentIds) {
        record Row(String appointmentId, Promise promise) {}
        return database
                .query(
                        PLANNED,
                        row ->
                                new Row(
                                        row.getString("appointment_id"),
                                        new Promise(
                                                row.getObject("reminder_id", UUID.class),
                                                instant(row, "due_at"),
                                                instant(row, "send_before"))),
                        (Object) appointmentIds.toArray(String[]::new))
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Row::appointmentId,
                                Collectors.mapping(Row::promise, Collectors.toList())));
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
