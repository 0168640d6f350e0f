package com.clinni.appointments.reminder.plan;

import com.clinni.appointments.Database;
import com.clinni.appointments.Retrying;
import com.clinni.appointments.clinic.ClinicChanged;
import com.clinni.appointments.clinic.ClinicSaved;
import com.clinni.appointments.clinic.Clinics;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Plans anew what is not yet due when a clinic changes. How far it has come is kept in a table, so
 * that thousands of visits take many short transactions and a crash goes on where it stopped.
 */
@ApplicationScoped
public class Replanning {

    /** How long the clinic's own request works on it before the loop takes over. */
    private static final Duration AT_ONCE = Duration.ofSeconds(3);

    private static final String REQUEST =
            """
            INSERT INTO replanning (clinic_id, after_start, after_id) VALUES (?, ?, '')
            ON CONFLICT (clinic_id) DO UPDATE SET after_start = excluded.after_start, after_id = ''
            """;

    private static final String WAITING = "SELECT clinic_id FROM replanning ORDER BY clinic_id";

    private static final String IS_WAITING = "SELECT 1 FROM replanning WHERE clinic_id = ?";

    private static final String POSITION =
            """
            SELECT after_start, after_id FROM replanning
            WHERE clinic_id = ? FOR UPDATE SKIP LOCKED
            """;

    private static final String ADVANCE =
            "UPDATE replanning SET after_start = ?, after_id = ? WHERE clinic_id = ?";

    private static final String DONE = "DELETE FROM replanning WHERE clinic_id = ?";

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
        database.update(REQUEST, clinicId, now);
    }

    public boolean isWaiting(String clinicId) {
        return !database.query(IS_WAITING, row -> true, clinicId).isEmpty();
    }

    void begin(@Observes ClinicSaved saved) {
        var until = System.nanoTime() + AT_ONCE.toNanos();
        var more = true;
        while (more && System.nanoTime() < until) {
            more = replanBatch(saved.clinicId());
        }
    }

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
        return Retrying.once(() -> database.query(WAITING, row -> row.getString("clinic_id")));
    }

    /** Whether there may be more to do for this clinic. */
    private boolean replanBatch(String clinicId) {
        return Retrying.once(
                () -> {
                    var clinic = clinics.held(List.of(clinicId)).get(clinicId);
                    var position =
                            clinic == null ? Optional.<VisitPosition>empty() : position(clinicId);
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
        return database
                .query(
                        POSITION,
                        row ->
                                new VisitPosition(
                                        row.getString("after_id"),
                                        0,
                                        Database.instant(row, "after_start")),
                        clinicId)
                .stream()
                .findFirst();
    }

    private boolean advance(String clinicId, List<VisitPosition> replanned) {
        if (replanned.size() < config.replanBatchSize()) {
            database.update(DONE, clinicId);
            return false;
        }
        var last = replanned.getLast();
        database.update(ADVANCE, last.startsAt(), last.appointmentId(), clinicId);
        return true;
    }
}
