package com.clinni.fallback.health;

import com.clinni.fallback.time.Stopwatch;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.jboss.logging.Logger;

/**
 * Whether each consumer moves while there is work for it: one that died without telling anybody is
 * cured by a restart. What a restart does not cure, a broker or a database that is away, keeps us
 * alive and starts the wait anew.
 */
@Liveness
@ApplicationScoped
public class ConsumersAdvance implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(ConsumersAdvance.class);

    private final ConsumerGroups groups;
    private final DatabaseAnswers database;
    private final ConsumersConfig config;
    private final Stopwatch stopwatch;
    private final List<Watched> channels;
    private volatile List<String> standing = List.of();

    private record Watched(ConsumerGroups.Membership of, Standstill standstill, AtomicLong lag) {}

    ConsumersAdvance(
            Channels channels,
            ConsumerGroups groups,
            DatabaseAnswers database,
            ConsumersConfig config,
            Stopwatch stopwatch,
            MeterRegistry metrics) {
        this.groups = groups;
        this.database = database;
        this.config = config;
        this.stopwatch = stopwatch;
        this.channels =
                channels.all().stream()
                        .map(of -> new Watched(of, new Standstill(), gauge(metrics, of.channel())))
                        .toList();
    }

    private static AtomicLong gauge(MeterRegistry metrics, String channel) {
        return metrics.gauge("clinni.consumer.lag", Tags.of("channel", channel), new AtomicLong());
    }

    /** Looks at all of them. */
    @Scheduled(
            identity = "look-at-consumers",
            every = "{consumers.look-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    public void look() {
        var wanted = database.answers();
        channels.forEach(channel -> look(channel, wanted));
        standing =
                channels.stream()
                        .filter(
                                channel ->
                                        channel.standstill()
                                                .lasts(config.standstillAfter(), stopwatch.nanos()))
                        .map(channel -> channel.of().channel())
                        .toList();
    }

    private void look(Watched channel, boolean databaseAnswers) {
        var seen = positions(channel.of());
        channel.lag().set(seen.values().stream().mapToLong(GroupPosition::lag).sum());
        if (seen.isEmpty() || !databaseAnswers) {
            channel.standstill().forget();
        } else {
            channel.standstill().look(seen, stopwatch.nanos());
        }
    }

    private Map<TopicPartition, GroupPosition> positions(ConsumerGroups.Membership of) {
        try {
            return groups.positions(of);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            LOG.warnf("%s: its position cannot be seen: %s", of.channel(), e.getClass().getName());
        }
        return Map.of();
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("consumers-advance").status(standing.isEmpty());
        return (standing.isEmpty()
                        ? response
                        : response.withData("standing", String.join(",", standing)))
                .build();
    }
}
