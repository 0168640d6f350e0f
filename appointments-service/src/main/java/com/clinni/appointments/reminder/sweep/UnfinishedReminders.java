package com.clinni.appointments.reminder.sweep;

import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Shows reminders that should long have ended. They cannot be sent any more; whoever has one in
 * hand must say what became of it.
 */
@ApplicationScoped
class UnfinishedReminders {

    static final String NAME = "clinni.sweeper.unfinished";

    private static final Logger LOG = Logger.getLogger(UnfinishedReminders.class);

    private static final Sql UNFINISHED = Sql.named("sweeping/unfinished");

    private final Database database;
    private final SweeperConfig config;
    private final AtomicLong count;
    private Set<UUID> known = Set.of();

    UnfinishedReminders(Database database, SweeperConfig config, MeterRegistry metrics) {
        this.database = database;
        this.config = config;
        this.count = metrics.gauge(NAME, new AtomicLong());
    }

    private record Unfinished(UUID reminderId, String state) {}

    /** Each is named once. */
    synchronized void show(Instant now) {
        var found =
                QuarkusTransaction.requiringNew()
                        .call(
                                () ->
                                        database.query(
                                                UNFINISHED,
                                                Map.of(
                                                        "sendAfter",
                                                        now.minus(config.looksBack()),
                                                        "sendBefore",
                                                        now.minus(config.unfinishedAfter()),
                                                        "most",
                                                        config.batchSize()),
                                                row ->
                                                        new Unfinished(
                                                                row.uuid("reminder_id"),
                                                                row.text("state"))));
        count.set(found.size());
        var ids = new HashSet<UUID>();
        for (var each : found) {
            ids.add(each.reminderId());
            if (!known.contains(each.reminderId())) {
                LOG.warnf("unfinished reminder=%s state=%s", each.reminderId(), each.state());
            }
        }
        known = ids;
    }
}
