package com.clinni.platform.erasure;

import com.clinni.platform.access.ActsForService;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Erases patients. An erasure may take several looks, and each is a transaction of its own: one
 * that fails or takes long holds up no other. It is told when nothing of the patient is left.
 */
@ApplicationScoped
public class ErasureLoop {

    private static final Logger LOG = Logger.getLogger(ErasureLoop.class);

    private static final int BATCH = 20;
    private static final Sql OPEN = Sql.named("erasures/open");
    private static final Sql CLAIM = Sql.named("erasures/claim");
    private static final Sql REPORTED = Sql.named("erasures/reported");

    private final Database database;
    private final PatientEraser eraser;
    private final Clock clock;

    private Map<String, Object> lookedAt = ErasureOrder.BEFORE_ALL;

    ErasureLoop(Database database, PatientEraser eraser, Clock clock) {
        this.database = database;
        this.eraser = eraser;
        this.clock = clock;
    }

    /** Looks at the orders that are not done, some at a time and from the oldest on. */
    @ActsForService("erase-patients")
    @Scheduled(
            identity = "erase-patients",
            every = "${retention.every:1s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    public synchronized void erase() {
        var values = new HashMap<>(lookedAt);
        values.put("most", BATCH);
        var open = database.query(OPEN, values, ErasureOrder::of);
        lookedAt = open.size() < BATCH ? ErasureOrder.BEFORE_ALL : open.getLast().values();
        open.forEach(this::look);
    }

    private void look(ErasureOrder order) {
        try {
            QuarkusTransaction.requiringNew().run(() -> erase(order));
        } catch (RuntimeException e) {
            LOG.errorf("erasure %s: %s", order.erasureId(), e.getClass().getName());
        }
    }

    private void erase(ErasureOrder order) {
        var now = clock.instant();
        if (database.first(CLAIM, order.values(), row -> row.uuid("erasure_id")).isPresent()
                && eraser.erase(order, now)) {
            database.update(REPORTED, Map.of("erasureId", order.erasureId(), "now", now));
            eraser.report(order, now);
        }
    }
}
