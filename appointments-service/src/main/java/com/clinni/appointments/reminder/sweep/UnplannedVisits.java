package com.clinni.appointments.reminder.sweep;

import com.clinni.appointments.clinic.Clinics;
import com.clinni.appointments.reminder.plan.Replanning;
import com.clinni.appointments.reminder.plan.UpcomingVisits;
import com.clinni.appointments.reminder.plan.VisitPosition;
import com.clinni.appointments.reminder.sweep.RepairMetrics.What;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the visits to come, some at each look, and has those clinics planned anew where one
 * lacks a reminder that the rules give it.
 */
@ApplicationScoped
class UnplannedVisits {

    private static final int BATCH = 500;

    /** A clinic without visits takes time too. */
    private static final int PRICE_OF_A_CLINIC = 10;

    private static final Sql NEXT_CLINIC = Sql.named("sweeping/next-clinic");

    private final Database database;
    private final Clinics clinics;
    private final UpcomingVisits visits;
    private final Replanning replanning;
    private final RepairMetrics repairs;
    private final SweeperConfig config;
    private String clinic = "";
    private @Nullable VisitPosition last;

    UnplannedVisits(
            Database database,
            Clinics clinics,
            UpcomingVisits visits,
            Replanning replanning,
            RepairMetrics repairs,
            SweeperConfig config) {
        this.database = database;
        this.clinics = clinics;
        this.visits = visits;
        this.replanning = replanning;
        this.repairs = repairs;
        this.config = config;
    }

    /** Goes on where the last look ended, once around at most. */
    synchronized void planMissing(Instant now) {
        var left = config.visitsPerLook();
        var isAtEnd = false;
        while (left > 0 && !isAtEnd) {
            if (last == null) {
                var next = nextClinic();
                isAtEnd = next.isEmpty();
                clinic = next.orElse("");
            }
            if (!isAtEnd) {
                left -= PRICE_OF_A_CLINIC + lookAtSome(now);
            }
        }
    }

    private Optional<String> nextClinic() {
        return QuarkusTransaction.requiringNew()
                .call(
                        () ->
                                database.first(
                                        NEXT_CLINIC,
                                        Map.of("clinicId", clinic),
                                        row -> row.text("clinic_id")));
    }

    private int lookAtSome(Instant now) {
        var after = last == null ? new VisitPosition("", 0, now) : last;
        var seen = QuarkusTransaction.requiringNew().call(() -> compare(clinic, after, now));
        last = seen.size() < BATCH ? null : seen.getLast();
        return seen.size();
    }

    /** The clinic is held: its rules cannot change while its visits are compared with them. */
    private List<VisitPosition> compare(String clinicId, VisitPosition after, Instant now) {
        var held = clinics.held(List.of(clinicId)).get(clinicId);
        if (held == null || replanning.isWaiting(clinicId)) {
            return List.of();
        }
        var next = visits.next(clinicId, after, BATCH);
        List<UUID> missing = visits.missing(held, next, now);
        if (!missing.isEmpty()) {
            replanning.request(clinicId, now);
            missing.forEach(id -> repairs.count(What.UNPLANNED, id));
        }
        return next;
    }
}
