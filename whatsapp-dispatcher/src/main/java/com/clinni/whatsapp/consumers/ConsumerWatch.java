package com.clinni.whatsapp.consumers;

import com.clinni.platform.database.Database;
import com.clinni.platform.database.DatabaseException;
import com.clinni.platform.database.Sql;
import com.clinni.whatsapp.time.Stopwatch;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Looks whether consumers go on. While the broker or the database is away nobody can, and a restart
 * would not help: then nothing is held against them.
 */
@ApplicationScoped
class ConsumerWatch {

    private static final Logger LOG = Logger.getLogger(ConsumerWatch.class);
    private static final Sql IS_THERE = Sql.named("messages/is-there");

    private record Watched(IncomingChannel channel, Standstill standstill, AtomicLong lag) {}

    private final Map<String, Watched> watched = new TreeMap<>();
    private final Set<String> standing = ConcurrentHashMap.newKeySet();
    private final Positions positions;
    private final Database database;

    ConsumerWatch(
            Positions positions,
            Database database,
            ConsumersConfig consumers,
            Config config,
            MeterRegistry registry,
            Stopwatch stopwatch) {
        this.positions = positions;
        this.database = database;
        for (var channel : IncomingChannel.in(config)) {
            var lag =
                    registry.gauge(
                            "clinni.consumer.lag",
                            List.of(Tag.of("channel", channel.name())),
                            new AtomicLong());
            watched.put(
                    channel.name(),
                    new Watched(
                            channel, new Standstill(stopwatch, consumers.standstillAfter()), lag));
        }
    }

    /** The channels that stand still, as of the last look. */
    Set<String> standing() {
        return Set.copyOf(standing);
    }

    @Scheduled(
            identity = "look-at-consumers",
            every = "${consumers.look-every:15s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void look() throws InterruptedException {
        for (var each : watched.values()) {
            if (standsStill(each)) {
                standing.add(each.channel().name());
            } else {
                standing.remove(each.channel().name());
            }
        }
    }

    private boolean standsStill(Watched each) throws InterruptedException {
        try {
            database.first(IS_THERE, Map.of(), row -> row.integer("here"));
            var now = positions.of(each.channel());
            each.lag().set(now.values().stream().mapToLong(Position::lag).sum());
            return each.standstill().seen(now);
        } catch (ExecutionException | DatabaseException e) {
            LOG.debugf("%s cannot be looked at", each.channel().name());
            each.standstill().forget();
            return false;
        }
    }
}
