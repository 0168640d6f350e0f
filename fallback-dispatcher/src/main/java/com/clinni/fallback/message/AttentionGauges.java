package com.clinni.fallback.message;

import com.clinni.platform.access.ActsForService;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gauges of the messages that need attention: how many there are, and for how long the oldest has
 * waited.
 */
@ApplicationScoped
public class AttentionGauges {

    private static final Sql COUNT = Sql.named("messages/attention");

    private final Database database;
    private final Clock clock;
    private final AtomicLong needing;
    private final AtomicLong oldestSeconds;

    AttentionGauges(Database database, Clock clock, MeterRegistry metrics) {
        this.database = database;
        this.clock = clock;
        this.needing = metrics.gauge("clinni.fallback.needs.attention", new AtomicLong());
        this.oldestSeconds =
                metrics.gauge("clinni.fallback.needs.attention.oldest.seconds", new AtomicLong());
    }

    /** Reads them. */
    @ActsForService("read-attention-gauges")
    @Scheduled(
            identity = "read-attention-gauges",
            every = "{fallback.gauge-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    public void read() {
        QuarkusTransaction.requiringNew()
                .call(
                        () ->
                                database.query(
                                        COUNT,
                                        Map.of("now", clock.instant()),
                                        row -> {
                                            needing.set(row.number("needing"));
                                            oldestSeconds.set(row.number("oldest"));
                                            return row;
                                        }));
    }
}
