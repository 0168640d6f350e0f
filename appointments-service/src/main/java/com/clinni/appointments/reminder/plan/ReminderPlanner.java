package com.clinni.appointments.reminder.plan;

import static com.clinni.appointments.Database.instant;

import com.clinni.appointments.Columns;
import com.clinni.appointments.Database;
import com.clinni.appointments.Sql;
import com.clinni.appointments.reminder.PlannedBy;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Plans the reminders of visits, inside the transaction that changes the visits. */
@ApplicationScoped
public class ReminderPlanner {

    private static final String PLAN = Sql.named("plan-reminders");

    private static final String PLANNED =
            """
            SELECT appointment_id, reminder_id, due_at, send_before FROM reminder
            WHERE appointment_id = ANY (?::text[]) AND kind = 'reminder'
              AND withdrawn_at IS NULL AND state <> 'DROPPED'
            ORDER BY due_at
            """;

    private final Database database;
    private final MeterRegistry metrics;

    ReminderPlanner(Database database, MeterRegistry metrics) {
        this.database = database;
        this.metrics = metrics;
    }

    /** A reminder as a booking is told of it. */
    @Schema(name = "Promise")
    public record BookedReminder(UUID reminderId, Instant dueAt, Instant sendBefore) {}

    public void plan(List<VisitToPlan> visits, PlannedBy who, Instant now) {
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

    /** What is planned for these visits, by visit. */
    public Map<String, List<BookedReminder>> planned(List<String> appointmentIds) {
        record Row(String appointmentId, BookedReminder planned) {}
        return database
                .query(
                        PLANNED,
                        row ->
                                new Row(
                                        row.getString("appointment_id"),
                                        new BookedReminder(
                                                row.getObject("reminder_id", UUID.class),
                                                instant(row, "due_at"),
                                                instant(row, "send_before"))),
                        (Object) appointmentIds.toArray(String[]::new))
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Row::appointmentId,
                                Collectors.mapping(Row::planned, Collectors.toList())));
    }
}
