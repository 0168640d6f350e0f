package com.clinni.appointments.reminder.plan;

import com.clinni.appointments.RetryingTransactions;
import com.clinni.appointments.clinic.ClinicChanged;
import com.clinni.appointments.clinic.ClinicSaved;
import com.clinni.appointments.clinic.Clinics;
import com.clinni.platform.access.ActsForService;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plans anew what is not yet due when a clinic changes. How far it has come is kept in a table, so
 * that thousands of visits take many short transactions and a crash goes on where it stopped.
 */
@ApplicationScoped
public class Replanning {

    /** How long the clinic's own request works on it before the loop takes over. */
    private static final Duration AT_ONCE = Duration.ofSeconds(3);

    private static final Sql REQUEST = Sql.named("replanning/request");
    private static final Sql WAITING = Sql.named("replanning/waiting");
    private static final Sql IS_WAITING = Sql.named("replanning/is-waiting");
    private static final Sql POSITION = Sql.named("replanning/position");
    private static final Sql ADVANCE = Sql.named("replanning/advance");
    private static final Sql DONE = Sql.named("replanning/finish");

    private final Database database;
    private final Clinics clinics;
    private final UpcomingVisits visits;
    private final PlanningConfig config;
    private final Clock clock;

    Replanning(
            Database database,
            Clinics clinics,
            UpcomingVisits visits,
            PlanningConfig config,
            Clock clock) {
        this.database = database;
        this.clinics = clinics;
        this.visits = visits;
        this.config = config;
        this.clock = clock;
    }

    void request(@Observes ClinicChanged changed) {
        request(changed.clinicId(), clock.instant());
    }

    public void request(String clinicId, Instant now) {
        database.update(REQUEST, Map.of("clinicId", clinicId, "now", now));
    }

    public boolean isWaiting(String clinicId) {
        return database.first(IS_WAITING, Map.of("clinicId", clinicId), row -> true).isPresent();
    }

    void begin(@Observes ClinicSaved saved) {
        var until = System.nanoTime() + AT_ONCE.toNanos();
        var more = true;
        while (more && System.nanoTime() < until) {
            more = replanBatch(saved.clinicId());
        }
    }

    @ActsForService("replan-changed-clinics")
    @Scheduled(
            identity = "replan-changed-clinics",
            every = "${reminders.replan-every:1s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void replanWaiting() {
        for (var clinicId : waiting()) {
            while (replanBatch(clinicId)) {
                // more visits to come
            }
        }
    }

    private List<String> waiting() {
        return RetryingTransactions.once(
                () -> database.query(WAITING, Map.of(), row -> row.text("clinic_id")));
    }

    /** Whether there may be more to do for this clinic. */
    private boolean replanBatch(String clinicId) {
        return RetryingTransactions.once(
                () -> {
                    var clinic = clinics.held(List.of(clinicId)).get(clinicId);
                    if (clinic == null) {
                        return false;
                    }
                    var position = position(clinicId);
                    return position.isPresent()
                            && advance(
                                    clinicId,
                                    visits.replan(
                                            clinic,
                                            position.get(),
                                            config.replanBatchSize(),
                                            clock.instant()));
                });
    }

    private Optional<VisitPosition> position(String clinicId) {
        return database.first(
                POSITION,
                Map.of("clinicId", clinicId),
                row -> new VisitPosition(row.text("after_id"), 0, row.instant("after_start")));
    }

    private boolean advance(String clinicId, List<VisitPosition> replanned) {
        if (replanned.size() < config.replanBatchSize()) {
            database.update(DONE, Map.of("clinicId", clinicId));
            return false;
        }
        var last = replanned.getLast();
        database.update(
                ADVANCE,
                Map.of(
                        "clinicId", clinicId,
                        "afterStart", last.startsAt(),
                        "afterId", last.appointmentId()));
        return true;
    }
}
