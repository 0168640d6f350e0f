package com.clinni.platform.kafka;

import com.clinni.platform.access.ActsForService;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.DatabaseException;
import com.clinni.platform.database.Sql;
import com.clinni.platform.time.Stopwatch;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Looks whether this node's consumers go on. While the broker or the database is away nobody can,
 * and a restart would not help: then nothing is held against them.
 */
@ApplicationScoped
public class ConsumerWatch {

    private static final Logger LOG = Logger.getLogger(ConsumerWatch.class);
    private static final String LAG = "clinni.consumer.lag";
    private static final Sql IS_THERE = Sql.named("presence/is-there");

    private final List<Watched> watched;
    private final Set<String> standing = ConcurrentHashMap.newKeySet();
    private final ConsumerPositions positions;
    private final Database database;

    ConsumerWatch(
            ConsumerPositions positions,
            Database database,
            ConsumersConfig consumers,
            Config config,
            MeterRegistry metrics,
            Stopwatch stopwatch) {
        this.positions = positions;
        this.database = database;
        this.watched =
                IncomingChannel.in(config).stream()
                        .map(
                                channel ->
                                        new Watched(
                                                channel,
                                                new Standstill(
                                                        stopwatch, consumers.standstillAfter()),
                                                lag(metrics, channel)))
                        .toList();
    }

    private record Watched(IncomingChannel channel, Standstill standstill, AtomicLong lag) {}

    /** A watch that was here before, in a process that starts again, leaves a gauge of nothing. */
    private static AtomicLong lag(MeterRegistry metrics, IncomingChannel of) {
        var tags = Tags.of("channel", of.name());
        metrics.find(LAG).tags(tags).meters().forEach(metrics::remove);
        return metrics.gauge(LAG, tags, new AtomicLong());
    }

    /** The channels that stand still, as of the last look. */
    Set<String> standing() {
        return Set.copyOf(standing);
    }

    /** Looks now. */
    @ActsForService("look-at-consumers")
    @Scheduled(
            identity = "look-at-consumers",
            every = "${consumers.look-every:15s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    public synchronized void look() throws InterruptedException {
        var isDatabaseThere = isDatabaseThere();
        for (var each : watched) {
            if (standsStill(each, isDatabaseThere)) {
                standing.add(each.channel().name());
            } else {
                standing.remove(each.channel().name());
            }
        }
    }

    private boolean standsStill(Watched each, boolean isDatabaseThere) throws InterruptedException {
        try {
            var now = positions.of(each.channel());
            each.lag().set(now.values().stream().mapToLong(ConsumerPosition::lag).sum());
            if (isDatabaseThere) {
                return each.standstill().seen(now);
            }
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.debugf("%s cannot be looked at: %s", each.channel().name(), e.getClass());
        }
        each.standstill().forget();
        return false;
    }

    private boolean isDatabaseThere() {
        try {
            return database.first(IS_THERE, Map.of(), row -> row.integer("here")).isPresent();
        } catch (DatabaseException e) {
            LOG.debugf("the database is away: %s", e.getMessage());
            return false;
        }
    }
}
