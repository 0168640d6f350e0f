package com.clinni.whatsapp.message;

import com.clinni.whatsapp.database.Database;
import com.clinni.whatsapp.database.Sql;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Forgets what is remembered for a while only. */
@ApplicationScoped
class Housekeeping {

    private static final Map<Sql, Duration> KEPT =
            Map.of(
                    Sql.named("forget-webhook-events"), Duration.ofDays(7),
                    Sql.named("forget-inbound"), Duration.ofDays(7),
                    Sql.named("forget-replies"), Duration.ofDays(30),
                    Sql.named("forget-tasks"), Duration.ofDays(7),
                    Sql.named("forget-receipts"), Duration.ofDays(1),
                    Sql.named("forget-canaries"), Duration.ofDays(7),
                    Sql.named("forget-turns"), Duration.ofDays(1),
                    // dead letters, and with them replays, live for 30 days
                    Sql.named("forget-withdrawals"), Duration.ofDays(60));

    private final Database database;
    private final Clock clock;

    Housekeeping(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(
            identity = "housekeeping",
            every = "${dispatch.housekeeping-every:1h}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void forget() {
        var now = clock.instant();
        KEPT.forEach((forget, kept) -> database.update(forget, Map.of("before", now.minus(kept))));
    }
}
