package com.clinni.appointments.reminder.sweep;

import com.clinni.appointments.Database;
import com.clinni.appointments.Sql;
import com.clinni.appointments.kafka.Followers;
import com.clinni.appointments.reminder.sweep.Repairs.What;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Due reminders that nobody works on. They go back to their queue and are published again under
 * their ids, which does nothing where they are known.
 */
@ApplicationScoped
class ForgottenReminders {

    private static final String SILENT =
            """
            SELECT reminder_id FROM reminder r
            WHERE due_at > ? AND due_at <= ? AND send_before > ? AND published_at < ?
              AND generation = 0 AND state = 'QUEUED' AND withdrawn_at IS NULL
              AND NOT EXISTS (SELECT FROM reminder_due d WHERE d.reminder_id = r.reminder_id)
            ORDER BY due_at LIMIT 1000
            """;

    private static final String UNQUEUED =
            """
            SELECT reminder_id FROM reminder r
            WHERE due_at > ? AND due_at <= ? AND send_before > ? AND published_at IS NULL
              AND generation = 0 AND state = 'SCHEDULED' AND withdrawn_at IS NULL
              AND NOT EXISTS (SELECT FROM reminder_due d WHERE d.reminder_id = r.reminder_id)
            ORDER BY due_at LIMIT 1000
            """;

    private static final String QUEUE = Sql.named("queue-again");

    private final Database database;
    private final Followers followers;
    private final Repairs repairs;
    private final SweeperConfig config;
    private Set<UUID> suspects = Set.of();

    ForgottenReminders(
            Database database, Followers followers, Repairs repairs, SweeperConfig config) {
        this.database = database;
        this.followers = followers;
        this.repairs = repairs;
        this.config = config;
    }

    void queueUnqueued(Instant now) {
        var longest = now.minus(config.looksBack());
        queue(find(UNQUEUED, longest, now.minus(config.lostAfter()), now), What.UNQUEUED, now);
    }

    /**
     * Silence is a loss only when everybody in between has come past it. It must be so at two looks
     * on end: a backlog that one of them has just worked off needs a moment to be reported on.
     */
    synchronized void queueLost(Instant now) {
        var published = now.minus(config.lostAfter());
        var silent =
                new HashSet<>(find(SILENT, now.minus(config.looksBack()), now, now, published));
        var passedBy = now.minus(config.lostAfter().dividedBy(3));
        if (silent.isEmpty() || !followers.haveTaken(config.followers(), passedBy)) {
            suspects = Set.of();
            return;
        }
        var lost = silent.stream().filter(suspects::contains).toList();
        suspects = silent;
        queue(lost, What.LOST, now);
    }

    private List<UUID> find(String which, Object... times) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () ->
                                database.query(
                                        which,
                                        row -> row.getObject("reminder_id", UUID.class),
                                        times));
    }

    /** Whatever happened to a reminder since it was found counts more than what was found. */
    private void queue(List<UUID> found, What what, Instant now) {
        if (found.isEmpty()) {
            return;
        }
        var ids = found.toArray(UUID[]::new);
        var queued =
                QuarkusTransaction.requiringNew()
                        .call(
                                () ->
                                        database.query(
                                                QUEUE,
                                                row -> row.getObject("reminder_id", UUID.class),
                                                ids,
                                                now));
        queued.forEach(id -> repairs.count(what, id));
    }
}
