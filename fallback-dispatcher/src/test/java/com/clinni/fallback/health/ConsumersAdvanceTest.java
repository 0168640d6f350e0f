package com.clinni.fallback.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Cause;
import com.clinni.events.Topics;
import com.clinni.fallback.Sample;
import com.clinni.fallback.Servers;
import com.clinni.fallback.ServiceTest;
import com.clinni.fallback.health.ConsumerGroups.Membership;
import com.clinni.fallback.time.Stopwatch;
import com.clinni.testbed.fault.Fault;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Liveness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A consumer that is not there, of a topic in which something waits. */
@QuarkusTest
class ConsumersAdvanceTest extends ServiceTest {

    private static final Duration A_WHILE = Duration.ofMinutes(3);

    @Inject Config config;
    @Inject Channels channels;
    @Inject @Liveness ConsumersAdvance own;
    @Inject DatabaseAnswers database;
    @Inject ConsumersConfig limits;

    private final AtomicLong nanos = new AtomicLong();
    private final Stopwatch stopwatch = nanos::get;
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @BeforeEach
    void something_waits() {
        died(Sample.message().build(), Cause.LINE_DOWN);
    }

    @Test
    void a_consumer_that_stands_still_while_it_has_work_is_told_by_name() {
        var advance = advance(new ConsumerGroups(servers()));
        lookTwice(advance);

        var response = advance.call();

        assertThat(response.getStatus()).isEqualTo(Status.DOWN);
        assertThat(response.getData().orElseThrow()).containsEntry("standing", "nobody");
        assertThat(metrics.get("clinni.consumer.lag").tag("channel", "nobody").gauge().value())
                .isPositive();
    }

    @Test
    void a_broker_that_is_away_is_nothing_a_restart_would_cure() {
        var advance = advance(new ConsumerGroups("localhost:1"));
        lookTwice(advance);

        assertThat(advance.call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void nor_is_a_database_that_is_away() {
        var advance = advance(new ConsumerGroups(servers()));
        advance.look();
        Servers.database().fault(Fault.REFUSE);
        nanos.addAndGet(A_WHILE.toNanos());
        advance.look();
        assertThat(advance.call().getStatus()).isEqualTo(Status.UP);

        Servers.database().heal();
        advance.look();
        assertThat(advance.call().getStatus()).as("the wait begins anew").isEqualTo(Status.UP);
    }

    @Test
    void our_own_channels_are_all_watched_and_move() {
        own.look();

        assertThat(own.call().getStatus()).isEqualTo(Status.UP);
        assertThat(channels.all())
                .extracting(Membership::channel)
                .containsExactlyInAnyOrder(
                        "dead-letters",
                        "direct-ready",
                        "reminder-withdrawn",
                        "opt-out-changed",
                        "day-forecast");
        assertThat(channels.all())
                .filteredOn(of -> of.channel().equals("dead-letters"))
                .allMatch(of -> of.topics().size() == Topics.EVENTS.size());
    }

    private void lookTwice(ConsumersAdvance advance) {
        advance.look();
        assertThat(advance.call().getStatus()).isEqualTo(Status.UP);
        nanos.addAndGet(A_WHILE.toNanos());
        advance.look();
    }

    private ConsumersAdvance advance(ConsumerGroups groups) {
        var nobody =
                new Membership(
                        "nobody",
                        "group-" + UUID.randomUUID(),
                        "",
                        Set.of(Topics.deadLetterOf(Topics.WHATSAPP_READY)));
        var one =
                new Channels(config) {
                    @Override
                    List<Membership> all() {
                        return List.of(nobody);
                    }
                };
        return new ConsumersAdvance(one, groups, database, limits, stopwatch, metrics);
    }

    private String servers() {
        return config.getValue("kafka.bootstrap.servers", String.class);
    }
}
