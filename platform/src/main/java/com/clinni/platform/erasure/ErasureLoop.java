package com.clinni.platform.erasure;

import com.clinni.platform.access.ActsForService;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;

/**
 * Erases patients. An erasure may take several looks; it is told when nothing of the patient is
 * left.
 */
@ApplicationScoped
public class ErasureLoop {

    private static final int BATCH = 20;
    private static final Sql OPEN = Sql.named("erasures/open");
    private static final Sql REPORTED = Sql.named("erasures/reported");

    private final Database database;
    private final PatientEraser eraser;
    private final Clock clock;

    ErasureLoop(Database database, PatientEraser eraser, Clock clock) {
        this.database = database;
        this.eraser = eraser;
        this.clock = clock;
    }

    /** Looks at the oldest orders that are not done. */
    @ActsForService("erase-patients")
    @Scheduled(
            identity = "erase-patients",
            every = "${retention.every:1s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    public void erase() {
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                database.query(OPEN, Map.of("most", BATCH), ErasureOrder::of)
                                        .forEach(this::erase));
    }

    private void erase(ErasureOrder order) {
        var now = clock.instant();
        if (eraser.erase(order, now)) {
            database.update(REPORTED, Map.of("erasureId", order.erasureId(), "now", now));
            eraser.report(order, now);
        }
    }
}
