package com.clinni.appointments.reminder.sweep;

import com.clinni.appointments.kafka.DownstreamProgress;
import com.clinni.appointments.reminder.sweep.RepairMetrics.What;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Due reminders that nobody works on. They go back to their queue and are published again under
 * their ids, which does nothing where they are known.
 */
@ApplicationScoped
class ForgottenReminders {

    private static final Sql SILENT = Sql.named("sweeping/silent");
    private static final Sql UNQUEUED = Sql.named("sweeping/unqueued");
    private static final Sql QUEUE = Sql.named("sweeping/queue-again");

    private final Database database;
    private final DownstreamProgress followers;
    private final RepairMetrics repairs;
    private final SweeperConfig config;
    private Set<UUID> suspects = Set.of();

    ForgottenReminders(
            Database database,
            DownstreamProgress followers,
            RepairMetrics repairs,
            SweeperConfig config) {
        this.database = database;
        this.followers = followers;
        this.repairs = repairs;
        this.config = config;
    }

    void queueUnqueued(Instant now) {
        var lost = window(now);
        lost.put("dueBy", now.minus(config.lostAfter()));
        queue(find(UNQUEUED, lost), What.UNQUEUED, now);
    }

    /**
     * Silence is a loss only when everybody in between has come past it. It must be so at two looks
     * on end: a backlog that one of them has just worked off needs a moment to be reported on.
     */
    synchronized void queueLost(Instant now) {
        var quiet = window(now);
        quiet.put("dueBy", now);
        quiet.put("publishedBefore", now.minus(config.lostAfter()));
        var silent = new HashSet<>(find(SILENT, quiet));
        var passedBy = now.minus(config.lostAfter().dividedBy(3));
        if (silent.isEmpty() || !followers.haveTaken(config.followers(), passedBy)) {
            suspects = Set.of();
            return;
        }
        var lost = silent.stream().filter(suspects::contains).toList();
        suspects = silent;
        queue(lost, What.LOST, now);
    }

    private Map<String, Object> window(Instant now) {
        return new HashMap<>(
                Map.of(
                        "dueAfter", now.minus(config.looksBack()),
                        "now", now,
                        "most", config.batchSize()));
    }

    private List<UUID> find(Sql which, Map<String, Object> window) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.query(which, window, row -> row.uuid("reminder_id")));
    }

    /** Whatever happened to a reminder since it was found counts more than what was found. */
    private void queue(List<UUID> found, What what, Instant now) {
        if (found.isEmpty()) {
            return;
        }

        var queued =
                QuarkusTransaction.requiringNew()
                        .call(
                                () ->
                                        database.query(
                                                QUEUE,
                                                Map.of("reminderIds", found, "now", now),
                                                row -> row.uuid("reminder_id")));
        queued.forEach(id -> repairs.count(what, id));
    }
}
