package com.clinni.whatsapp.message;

import com.clinni.platform.access.ActsForService;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
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
                    // older ones are not believed; a gateway's clock may be a day ahead
                    Sql.named("housekeeping/webhook-events"), Duration.ofDays(8),
                    Sql.named("housekeeping/inbound"), Duration.ofDays(7),
                    Sql.named("housekeeping/replies"), Duration.ofDays(30),
                    Sql.named("housekeeping/tasks"), Duration.ofDays(7),
                    Sql.named("housekeeping/receipts"), Duration.ofDays(1),
                    Sql.named("housekeeping/canaries"), Duration.ofDays(7),
                    Sql.named("housekeeping/turns"), Duration.ofDays(1),
                    // dead letters, and with them replays, live for 30 days
                    Sql.named("housekeeping/withdrawals"), Duration.ofDays(60));

    private final Database database;
    private final Clock clock;

    Housekeeping(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @ActsForService("housekeeping")
    @Scheduled(
            identity = "housekeeping",
            every = "${dispatch.housekeeping-every:1h}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void forget() {
        var now = clock.instant();
        KEPT.forEach((forget, kept) -> database.update(forget, Map.of("before", now.minus(kept))));
    }
}
