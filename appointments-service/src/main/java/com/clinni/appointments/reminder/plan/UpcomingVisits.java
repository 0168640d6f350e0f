package com.clinni.appointments.reminder.plan;

import com.clinni.appointments.Database;
import com.clinni.appointments.clinic.Clinic;
import com.clinni.appointments.reminder.PlannedBy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The visits of a clinic that lie ahead, and the planning anew of some of them. */
@ApplicationScoped
public class UpcomingVisits {

    /** Locked: a move that comes meanwhile waits and sees the new plan. */
    private static final String NEXT =
            """
            SELECT appointment_id, plan_version, starts_at FROM appointment
            WHERE clinic_id = ? AND NOT cancelled AND (starts_at, appointment_id) > (?, ?)
            ORDER BY starts_at, appointment_id LIMIT ? FOR UPDATE
            """;

    private static final String GLANCE = NEXT.replace("FOR UPDATE", "");

    /** By the reminder's own time: its queue row may be held until a correction is decided. */
    private static final String UNQUEUE_NOT_YET_DUE =
            """
            DELETE FROM reminder_due USING reminder
            WHERE reminder_due.reminder_id = reminder.reminder_id AND reminder.due_at > ?
              AND reminder.appointment_id = ANY (?::text[])
            """;

    /** No withdrawal is published: a rule that comes back would find its own id withdrawn. */
    private static final String DROP_UNQUEUED =
            """
            UPDATE reminder SET state = 'DROPPED'
            WHERE appointment_id = ANY (?::text[]) AND state = 'SCHEDULED' AND published_at IS NULL
              AND NOT EXISTS (
                  SELECT FROM reminder_due WHERE reminder_due.reminder_id = reminder.reminder_id)
            """;

    /** What was withdrawn because the patient knows of this hour already has reminded too. */
    private static final String STANDING =
            """
            SELECT r.reminder_id, r.appointment_id FROM reminder r JOIN appointment a USING (appointment_id)
            WHERE r.appointment_id = ANY (?::text[])
              AND (r.withdrawn_at IS NULL AND r.state <> 'DROPPED'
                   OR r.appointment_version = a.plan_version
                     AND r.withdrawn_because IN ('SENT_BY_HAND', 'SAID_ALREADY'))
            """;

    /** A visit may have moved since it was seen: the reminders of its old start are not missing. */
    private static final String WITHDRAWN =
            """
            SELECT reminder_id FROM reminder
            WHERE appointment_id = ANY (?::text[]) AND withdrawn_at IS NOT NULL
            """;

    /**
     * What is due this soon counts as due: another node's clock may be ahead of this one's, and may
     * have let the reminder go to Kafka in a transaction that is not there to be seen.
     */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

    private final Database database;
    private final ReminderPlanner reminders;

    UpcomingVisits(Database database, ReminderPlanner reminders) {
        this.database = database;
        this.reminders = reminders;
    }

    /** Plans a batch anew, in order of their start; what is published or already due stands. */
    List<VisitPosition> replan(Clinic clinic, VisitPosition after, int batch, Instant now) {
        var visits = visits(NEXT, clinic.clinicId(), after, batch);
        var ids = ids(visits);
        database.update(UNQUEUE_NOT_YET_DUE, now.plus(ON_ITS_WAY), ids);
        database.update(DROP_UNQUEUED, (Object) ids);
        var standing = standing(ids);
        reminders.insert(
                visits.stream().flatMap(visit -> plan(clinic, visit, standing, now)).toList(),
                PlannedBy.CLINIC_RULES,
                now);
        return visits;
    }

    /** Some visits to come, in order of their start, held by nobody. */
    public List<VisitPosition> next(String clinicId, VisitPosition after, int batch) {
        return visits(GLANCE, clinicId, after, batch);
    }

    /** The reminders that the rules give these visits and that are nowhere. */
    public List<UUID> missing(Clinic clinic, List<VisitPosition> visits, Instant now) {
        var ids = ids(visits);
        var standing = standing(ids);
        var withdrawn =
                Set.copyOf(
                        database.query(
                                WITHDRAWN,
                                row -> row.getObject("reminder_id", UUID.class),
                                (Object) ids));
        return visits.stream()
                .flatMap(visit -> plan(clinic, visit, standing, now))
                .map(PlannedReminder::reminderId)
                .filter(id -> !withdrawn.contains(id))
                .toList();
    }

    private List<VisitPosition> visits(
            String which, String clinicId, VisitPosition after, int batch) {
        return database.query(
                which,
                row ->
                        new VisitPosition(
                                row.getString("appointment_id"),
                                row.getLong("plan_version"),
                                Database.instant(row, "starts_at")),
                clinicId,
                after.startsAt(),
                after.appointmentId(),
                batch);
    }

    private static String[] ids(List<VisitPosition> visits) {
        return visits.stream().map(VisitPosition::appointmentId).toArray(String[]::new);
    }

    private record Standing(Set<UUID> reminders, Set<String> visits) {}

    private Standing standing(String[] ids) {
        var standing = new Standing(new HashSet<>(), new HashSet<>());
        database.query(
                STANDING,
                row ->
                        standing.reminders().add(row.getObject("reminder_id", UUID.class))
                                && standing.visits().add(row.getString("appointment_id")),
                (Object) ids);
        return standing;
    }

    /** Who has had a reminder is not sent another at once because the rules changed. */
    private static Stream<PlannedReminder> plan(
            Clinic clinic, VisitPosition visit, Standing standing, Instant now) {
        var request =
                new VisitToPlan(
                        clinic, visit.appointmentId(), visit.planVersion(), visit.startsAt());
        var wasReminded = standing.visits().contains(visit.appointmentId());
        return PlannedReminder.of(request, now)
                .filter(planned -> !standing.reminders().contains(planned.reminderId()))
                .filter(planned -> !wasReminded || planned.dueAt().isAfter(now));
    }
}
