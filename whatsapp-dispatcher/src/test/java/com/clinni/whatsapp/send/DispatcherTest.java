package com.clinni.whatsapp.send;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.testbed.clock.MutableClock;
import com.clinni.whatsapp.TestConfig;
import com.clinni.whatsapp.gateway.ChatId;
import com.clinni.whatsapp.gateway.NotSentReason;
import com.clinni.whatsapp.gateway.SendOutcome;
import com.clinni.whatsapp.gateway.SendOutcome.Accepted;
import com.clinni.whatsapp.gateway.SendOutcome.InDoubt;
import com.clinni.whatsapp.gateway.SendOutcome.NotSent;
import com.clinni.whatsapp.line.Line;
import com.clinni.whatsapp.line.LineGuard;
import com.clinni.whatsapp.line.WhatsAppConfig;
import com.clinni.whatsapp.message.Backoff;
import com.clinni.whatsapp.message.DispatchMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The loop itself, without database, broker or gateway. */
class DispatcherTest {

    private static final Instant NOON = Instant.parse("2030-03-05T12:00:00Z");

    private final MutableClock clock = new MutableClock(NOON);
    private final AtomicLong nanos = new AtomicLong();
    private final FakeGateway gateway = new FakeGateway();
    private final InMemoryDispatches dispatches = new InMemoryDispatches(nanos::get);
    private final RecordedObserver observer = new RecordedObserver();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Line line =
            new Line(
                    "default",
                    TestConfig.of(
                                    WhatsAppConfig.class,
                                    Map.of(
                                            "whatsapp.lines.default.url", "http://localhost:1",
                                            "whatsapp.lines.default.slots", "3",
                                            "whatsapp.lines.default.send-interval", "0s"))
                            .lines()
                            .get("default"),
                    gateway,
                    threads,
                    new NoGuard());
    private final Dispatcher dispatcher =
            new Dispatcher(
                    dispatches,
                    observer,
                    new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(2), new Random(1)),
                    new DispatchMetrics(new SimpleMeterRegistry()),
                    clock,
                    nanos::get);

    /** Runs the call and nothing else. */
    private static final class NoGuard implements LineGuard {

        @Override
        public SendOutcome call(ChatId to, Callable<SendOutcome> send) {
            try {
                return send.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void letThrough() {}
    }

    @AfterEach
    void stop() {
        threads.close();
    }

    @Test
    void a_message_the_gateway_accepts_is_sent_once() throws Exception {
        dispatches.waiting("r-1");

        round();
        round();

        assertThat(gateway.sent()).containsExactly("r-1");
        assertThat(dispatches.stateOf("r-1")).isEqualTo("ACCEPTED");
    }

    @Test
    void a_time_out_leaves_the_message_in_doubt_and_is_not_repeated() throws Exception {
        gateway.answer(new InDoubt("timed-out"));
        dispatches.waiting("r-1");

        round();
        round();

        assertThat(gateway.sent()).hasSize(1);
        assertThat(dispatches.stateOf("r-1")).isEqualTo("IN_DOUBT");
    }

    @Test
    void what_will_never_be_taken_is_given_up_and_says_nothing_about_the_line() throws Exception {
        gateway.answer(new NotSent(NotSentReason.REFUSED_BY_PROVIDER));
        dispatches.waiting("r-1");

        round();

        assertThat(dispatches.stateOf("r-1")).isEqualTo("DEAD REFUSED_BY_PROVIDER");
        assertThat(observer.heard()).isEmpty();
    }

    @Test
    void what_may_pass_waits_a_little_longer_each_time() throws Exception {
        gateway.answer(new NotSent(NotSentReason.GATEWAY_UNREACHABLE));
        dispatches.waiting("r-1");

        round();

        assertThat(dispatches.stateOf("r-1")).isEqualTo("WAITING GATEWAY_UNREACHABLE");
        assertThat(dispatches.notBefore("r-1"))
                .isBetween(NOON.plusMillis(1_600), NOON.plusMillis(2_400));
        assertThat(observer.heard()).containsExactly("failed default SEND GATEWAY_UNREACHABLE");
    }

    @Test
    void a_rate_limit_pushes_the_line_back_as_long_as_the_gateway_asks() throws Exception {
        gateway.answer(new NotSent(NotSentReason.RATE_LIMITED, Duration.ofSeconds(90)));
        dispatches.waiting("r-1");

        round();

        assertThat(dispatches.pushedBackTo()).isEqualTo(NOON.plusSeconds(90));
        assertThat(observer.heard()).isEmpty();
    }

    @Test
    void never_more_are_claimed_than_there_are_free_slots() throws Exception {
        for (var i = 0; i < 20; i++) {
            dispatches.waiting("r-" + i);
        }
        gateway.slowly(Duration.ofMillis(5));

        round();

        assertThat(gateway.sent()).hasSize(20).doesNotHaveDuplicates();
        assertThat(gateway.mostAtOnce()).isLessThanOrEqualTo(3);
        assertThat(dispatches.largestClaim()).isLessThanOrEqualTo(3);
    }

    @Test
    void a_node_that_slept_through_its_lease_does_not_write_a_byte() throws Exception {
        dispatches.waiting("r-1");
        dispatches.afterClaim(() -> nanos.addAndGet(Duration.ofSeconds(16).toNanos()));

        round();

        assertThat(gateway.sent()).isEmpty();
        assertThat(dispatches.stateOf("r-1")).isEqualTo("WAITING HELD_BACK");
    }

    @Test
    void a_node_that_slept_while_it_connected_does_not_write_its_message_either() throws Exception {
        dispatches.waiting("r-1");
        gateway.connecting(() -> nanos.addAndGet(Duration.ofSeconds(16).toNanos()));

        round();

        assertThat(gateway.sent()).isEmpty();
        assertThat(dispatches.stateOf("r-1")).isEqualTo("WAITING HELD_BACK");
    }

    @Test
    void what_is_known_is_settled_when_the_database_is_back_within_the_lease() throws Exception {
        dispatches.waiting("r-1");
        dispatches.away(3);

        round();

        assertThat(gateway.sent()).hasSize(1);
        assertThat(dispatches.stateOf("r-1")).isEqualTo("ACCEPTED");
    }

    @Test
    void a_claim_that_was_under_way_when_the_node_was_stopped_is_given_back() throws Exception {
        dispatches.waiting("r-1");
        dispatches.afterClaim(dispatcher::stop);

        round();

        assertThat(gateway.sent()).isEmpty();
        assertThat(dispatches.stateOf("r-1")).isEqualTo("WAITING");
    }

    @Test
    void nothing_leaves_when_its_time_passed_between_claim_and_call() throws Exception {
        dispatches.waiting("r-1");
        dispatches.afterClaim(() -> clock.advance(Duration.ofHours(2)));

        round();

        assertThat(gateway.sent()).isEmpty();
    }

    @Test
    void a_probe_that_is_accepted_makes_the_line_able_again() throws Exception {
        dispatches.waiting("r-1");
        dispatches.probing();

        round();

        assertThat(observer.heard()).containsExactly("recovered default SEND");
    }

    @Test
    void after_a_stop_nothing_is_claimed() throws Exception {
        dispatches.waiting("r-1");
        dispatcher.stop();

        round();

        assertThat(gateway.sent()).isEmpty();
        assertThat(dispatches.stateOf("r-1")).isEqualTo("WAITING");
    }

    @Test
    void an_outcome_that_is_settled_already_changes_nothing() throws Exception {
        dispatches.waiting("r-1");
        dispatches.afterClaim(() -> dispatches.settledByReceipt("r-1"));
        gateway.answer(new Accepted("3EB0AABBCC"));

        round();

        assertThat(dispatches.stateOf("r-1")).isEqualTo("DELIVERED");
    }

    private void round() throws InterruptedException {
        dispatcher.dispatchWaiting(line);
        assertThat(line.awaitIdle(Duration.ofSeconds(5))).isTrue();
    }
}
