package com.clinni.appointments.reminder.plan;

import com.clinni.appointments.clinic.Clinic;
import com.clinni.appointments.reminder.PlannedBy;
import com.clinni.platform.database.Columns;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The visits of a clinic that lie ahead, and the planning anew of some of them. */
@ApplicationScoped
public class UpcomingVisits {

    private static final Sql NEXT = Sql.named("planning/upcoming-held");
    private static final Sql GLANCE = Sql.named("planning/upcoming");
    private static final Sql UNQUEUE_NOT_YET_DUE = Sql.named("planning/unqueue-not-yet-due");
    private static final Sql DROP_UNQUEUED = Sql.named("planning/drop-unqueued");
    private static final Sql STANDING = Sql.named("planning/standing");
    private static final Sql WITHDRAWN = Sql.named("planning/withdrawn");

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
        var asked = asked(clinic, visits);
        database.update(UNQUEUE_NOT_YET_DUE, asked.with("dueAfter", now.plus(ON_ITS_WAY)).map());
        database.update(DROP_UNQUEUED, asked.map());
        var planState = planState(asked);
        reminders.insert(
                visits.stream().flatMap(visit -> plan(clinic, visit, planState, now)).toList(),
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
        var asked = asked(clinic, visits);
        var planState = planState(asked);
        var withdrawn =
                Set.copyOf(database.query(WITHDRAWN, asked.map(), row -> row.uuid("reminder_id")));
        return visits.stream()
                .flatMap(visit -> plan(clinic, visit, planState, now))
                .map(PlannedReminder::reminderId)
                .filter(id -> !withdrawn.contains(id))
                .toList();
    }

    private List<VisitPosition> visits(Sql which, String clinicId, VisitPosition after, int batch) {
        return database.query(
                which,
                Map.of(
                        "clinicId",
                        clinicId,
                        "afterStart",
                        after.startsAt(),
                        "afterId",
                        after.appointmentId(),
                        "most",
                        batch),
                row ->
                        new VisitPosition(
                                row.text("appointment_id"),
                                row.number("plan_version"),
                                row.instant("starts_at")));
    }

    private static Columns<VisitPosition> asked(Clinic clinic, List<VisitPosition> visits) {
        return Columns.of(visits)
                .put("appointmentIds", VisitPosition::appointmentId)
                .with("clinicId", clinic.clinicId());
    }

    private record PlanState(Set<UUID> reminders, Set<String> visits) {}

    private PlanState planState(Columns<VisitPosition> asked) {
        var planState = new PlanState(new HashSet<>(), new HashSet<>());
        database.query(
                STANDING,
                asked.map(),
                row ->
                        planState.reminders().add(row.uuid("reminder_id"))
                                && planState.visits().add(row.text("appointment_id")));
        return planState;
    }

    /** Who has had a reminder is not sent another at once because the rules changed. */
    private static Stream<PlannedReminder> plan(
            Clinic clinic, VisitPosition visit, PlanState planState, Instant now) {
        var request =
                new VisitToPlan(
                        clinic, visit.appointmentId(), visit.planVersion(), visit.startsAt());
        var wasReminded = planState.visits().contains(visit.appointmentId());
        return PlannedReminder.of(request, now)
                .filter(planned -> !planState.reminders().contains(planned.reminderId()))
                .filter(planned -> !wasReminded || planned.dueAt().isAfter(now));
    }
}
