package com.clinni.appointments.reminder.plan;

import com.clinni.appointments.VisitId;
import com.clinni.appointments.reminder.PlannedBy;
import com.clinni.platform.database.Columns;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Plans the reminders of visits, inside the transaction that changes the visits. */
@ApplicationScoped
public class ReminderPlanner {

    private static final Sql PLAN = Sql.named("planning/plan");
    private static final Sql PLANNED = Sql.named("planning/of-visit");

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
        var columns =
                Columns.of(planned)
                        .put("reminderIds", PlannedReminder::reminderId)
                        .put("appointmentIds", reminder -> reminder.visit().appointmentId())
                        .put("versions", reminder -> reminder.visit().version())
                        .put("clinicIds", reminder -> reminder.visit().clinic().clinicId())
                        .put("rules", PlannedReminder::rule)
                        .put("starts", reminder -> reminder.visit().startsAt())
                        .put("dues", PlannedReminder::dueAt)
                        .put("sendBefores", PlannedReminder::sendBefore)
                        .with("now", now)
                        .with("plannedBy", who);
        var queued = database.update(PLAN, columns.map());
        metrics.counter("reminders.planned", "by", who.name()).increment(queued);
    }

    /** What is planned for a visit. */
    public List<BookedReminder> planned(VisitId visit) {
        return database.query(
                PLANNED,
                Map.of("clinicId", visit.clinicId(), "appointmentId", visit.appointmentId()),
                row ->
                        new BookedReminder(
                                row.uuid("reminder_id"),
                                row.instant("due_at"),
                                row.instant("send_before")));
    }
}
