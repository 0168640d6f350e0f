package com.clinni.platform.outbox;

import com.clinni.platform.access.ActsForService;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.DatabaseException;
import com.clinni.platform.database.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Tells how long the oldest record has waited to be published. Every node measures it, whoever's
 * turn it is to relay, and a relay that hangs does not stop the measuring.
 */
@ApplicationScoped
public class OutboxAge {

    /** In seconds; 0 while nothing waits. */
    public static final String METRIC = "outbox.oldest.age.seconds";

    private static final Logger LOG = Logger.getLogger(OutboxAge.class);
    private static final Sql OLDEST = Sql.named("outbox/oldest");

    private final Database database;
    private final AtomicLong seconds;

    OutboxAge(Database database, MeterRegistry metrics) {
        this.database = database;
        this.seconds = metrics.gauge(METRIC, new AtomicLong());
    }

    /** Measures it now. */
    @ActsForService("measure-outbox")
    @Scheduled(
            identity = "measure-outbox",
            every = "${outbox.poll-every:1s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    public void measure() {
        try {
            seconds.set(database.first(OLDEST, Map.of(), row -> row.number("age")).orElse(0L));
        } catch (DatabaseException e) {
            LOG.debugf("the outbox cannot be measured: %s", e.getMessage());
        }
    }
}
