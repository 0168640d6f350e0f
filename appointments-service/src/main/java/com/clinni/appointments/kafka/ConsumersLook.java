package com.clinni.appointments.kafka;

import com.clinni.appointments.kafka.Channels.Source;
import com.clinni.appointments.kafka.Positions.Unknown;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.admin.OffsetSpec;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** Looks now and then how far each consumer is behind, and whether it moves. */
@ApplicationScoped
class ConsumersLook {

    private final Positions positions;
    private final DatabasePresence database;
    private final Map<String, Watched> channels = new TreeMap<>();

    ConsumersLook(
            Positions positions,
            Channels channels,
            DatabasePresence database,
            ConsumersConfig config,
            MeterRegistry metrics) {
        this.positions = positions;
        this.database = database;
        channels.incoming()
                .forEach(
                        (channel, source) ->
                                this.channels.put(
                                        channel,
                                        new Watched(
                                                source,
                                                new Standstill(config.standstillAfter()),
                                                metrics.gauge(
                                                        "clinni.consumer.lag",
                                                        Tags.of("channel", channel),
                                                        new AtomicLong()))));
    }

    private record Watched(Source source, Standstill standstill, AtomicLong lag) {}

    @Scheduled(
            identity = "look-at-consumers",
            every = "${consumers.look-every:15s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        look(System.nanoTime());
    }

    synchronized void look(long nanoTime) {
        var isDatabaseAway = database.isAway();
        for (var watched : channels.values()) {
            try {
                look(watched, isDatabaseAway, nanoTime);
            } catch (Unknown e) {
                watched.standstill().notKnown(nanoTime);
            }
        }
    }

    /** The channels that have something to read and do not move. */
    synchronized List<String> standing() {
        return channels.entrySet().stream()
                .filter(each -> each.getValue().standstill().isStanding())
                .map(Map.Entry::getKey)
                .toList();
    }

    private void look(Watched watched, boolean isDatabaseAway, long nanoTime) throws Unknown {
        var partitions = positions.partitions(watched.source().topic());
        var ends = positions.offsets(partitions, OffsetSpec.latest());
        var begins = positions.offsets(partitions, OffsetSpec.earliest());
        var committed = positions.committed(watched.source().group());
        var lag = 0L;
        for (var partition : partitions) {
            var begin = begins.get(partition);
            var taken = Math.max(begin, committed.getOrDefault(partition, begin));
            lag += Math.max(0, ends.get(partition) - taken);
        }
        watched.lag().set(lag);
        if (isDatabaseAway) {
            watched.standstill().notKnown(nanoTime);
        } else {
            watched.standstill().seen(committed, lag, nanoTime);
        }
    }
}
