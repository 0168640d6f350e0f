package com.clinni.whatsapp.line;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.clinni.whatsapp.SimulatedGateways;
import com.clinni.whatsapp.TestConfig;
import com.clinni.whatsapp.gateway.ChatId;
import com.clinni.whatsapp.gateway.NotSentReason;
import com.clinni.whatsapp.gateway.SendOutcome;
import com.clinni.whatsapp.gateway.SendOutcome.Accepted;
import com.clinni.whatsapp.gateway.SendOutcome.InDoubt;
import com.clinni.whatsapp.gateway.SendOutcome.NotSent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(SimulatedGateways.class)
class BreakerGuardTest {

    private static final SendOutcome ACCEPTED = new Accepted("3EB0AABBCC");
    private static final SendOutcome HELD_BACK = new NotSent(NotSentReason.HELD_BACK);

    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger people = new AtomicInteger();
    private final LineGuard guard =
            new BreakerGuard(
                    "guard-" + UUID.randomUUID(),
                    TestConfig.of(
                                    WhatsAppConfig.class,
                                    Map.of(
                                            "whatsapp.lines.default.url", "http://localhost:1",
                                            "whatsapp.lines.default.slots", "2",
                                            "whatsapp.lines.default.call-timeout", "100ms",
                                            "whatsapp.lines.default.breaker-calls", "4"))
                            .lines()
                            .get("default"),
                    opened::incrementAndGet);

    /** A call for somebody whom nobody was called for before. */
    private SendOutcome call(SendOutcome outcome) {
        return call(someone(), outcome);
    }

    private ChatId someone() {
        return new ChatId("%d@c.us".formatted(34600000000L + people.incrementAndGet()));
    }

    private SendOutcome call(ChatId to, SendOutcome outcome) {
        return guard.call(
                to,
                () -> {
                    calls.incrementAndGet();
                    return outcome;
                });
    }

    @Test
    void a_call_that_escapes_its_own_limit_is_given_up_and_in_doubt() {
        var never = new CountDownLatch(1);
        var outcome =
                guard.call(
                        someone(),
                        () -> {
                            never.await();
                            return ACCEPTED;
                        });
        assertThat(outcome).isEqualTo(new InDoubt("guard-timed-out"));
    }

    @Test
    void more_calls_than_slots_are_held_back_and_do_not_count_against_the_line() throws Exception {
        var both = new CountDownLatch(2);
        var end = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 2; i++) {
                threads.submit(
                        () ->
                                guard.call(
                                        someone(),
                                        () -> {
                                            both.countDown();
                                            end.await();
                                            return ACCEPTED;
                                        }));
            }
            both.await();
            for (var i = 0; i < 10; i++) {
                assertThat(call(ACCEPTED)).isEqualTo(HELD_BACK);
            }
            end.countDown();
        }
        assertThat(call(ACCEPTED)).isEqualTo(ACCEPTED);
        assertThat(calls).hasValue(1);
        assertThat(opened).hasValue(0);
    }

    @Test
    void half_of_the_last_calls_failing_open_the_breaker_and_nothing_is_called_any_more() {
        call(ACCEPTED);
        call(new InDoubt("timed-out"));
        call(ACCEPTED);
        assertThat(opened).hasValue(0);
        call(new NotSent(NotSentReason.GATEWAY_UNREACHABLE));

        assertThat(opened).hasValue(1);
        assertThat(call(ACCEPTED)).isEqualTo(HELD_BACK);
        assertThat(calls).hasValue(4);
    }

    @Test
    void what_is_wrong_with_a_message_never_opens_it() {
        for (var i = 0; i < 20; i++) {
            call(new NotSent(NotSentReason.REFUSED_BY_PROVIDER));
        }
        assertThat(opened).hasValue(0);
        assertThat(calls).hasValue(20);
    }

    @Test
    void one_recipient_counts_once_however_often_calls_for_it_fail() {
        var one = someone();
        for (var again = 0; again < 20; again++) {
            assertThat(call(one, new InDoubt("timed-out"))).isEqualTo(new InDoubt("timed-out"));
        }
        assertThat(opened).hasValue(0);
        assertThat(calls).hasValue(20);
    }

    @Test
    void two_recipients_whom_the_gateway_fails_at_open_nothing_and_four_in_a_row_do() {
        var failed = new InDoubt("status-500");
        var one = someone();
        var other = someone();
        for (var again = 0; again < 10; again++) {
            call(one, failed);
            call(other, failed);
            call(ACCEPTED);
            call(ACCEPTED);
        }
        assertThat(opened).hasValue(0);

        for (var people = 0; people < 4; people++) {
            call(failed);
        }
        assertThat(opened).hasValue(1);
    }

    @Test
    void who_was_served_again_counts_again() {
        var failed = new InDoubt("timed-out");
        var one = someone();
        call(one, failed);
        call(one, ACCEPTED);
        call(someone(), ACCEPTED);
        assertThat(opened).hasValue(0);
        call(one, failed);
        assertThat(opened).hasValue(1);
    }

    @Test
    void whom_the_lines_row_lets_through_is_called_whatever_was_before() {
        for (var i = 0; i < 4; i++) {
            call(new InDoubt("timed-out"));
        }
        assertThat(call(ACCEPTED)).isEqualTo(HELD_BACK);
        guard.letThrough();
        assertThat(call(ACCEPTED)).isEqualTo(ACCEPTED);
    }
}
