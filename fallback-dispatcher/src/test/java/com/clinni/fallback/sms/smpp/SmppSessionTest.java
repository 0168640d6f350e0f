package com.clinni.fallback.sms.smpp;

import static com.clinni.fallback.sms.gateway.SmsGatewayConformance.SMS;
import static com.clinni.fallback.sms.gateway.SmsGatewayConformance.sms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.clinni.events.Cause;
import com.clinni.fallback.provider.SendOutcome.Accepted;
import com.clinni.fallback.provider.SendOutcome.NotSent;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The one session that every SMS goes over. */
class SmppSessionTest {

    private final SmppBench bench = new SmppBench();

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void no_more_await_their_answers_than_the_window_lets() throws Exception {
        bench.made(Map.of("window", "3"), SmppBench.LIMIT);
        bench.gateway().send(SMS);
        bench.provider().takeMillis(50);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sends =
                    IntStream.range(0, 24)
                            .mapToObj(
                                    i -> threads.submit(() -> bench.gateway().send(sms("n " + i))))
                            .toList();
            for (var send : sends) {
                assertThat(send.get()).isInstanceOf(Accepted.class);
            }
        }

        assertThat(bench.provider().mostAtOnce()).isEqualTo(3);
        assertThat(bench.provider().received()).hasSize(25);
    }

    @Test
    void a_lost_session_is_bound_anew_and_nothing_is_sent_without_one() {
        bench.made().send(SMS);
        bench.provider().close();
        await().atMost(SmppBench.PATIENCE).until(() -> !bench.gateway().isBound());

        assertThat(bench.gateway().send(SMS)).isEqualTo(NotSent.forNow(Cause.SMS_UNREACHABLE));

        bench.provider().open();
        await().atMost(SmppBench.PATIENCE)
                .until(() -> bench.gateway().send(SMS) instanceof Accepted);
        assertThat(bench.provider().received()).hasSize(2);
    }

    @Test
    void a_silent_session_is_asked_whether_it_is_there() {
        bench.made(Map.of("enquire-every", "PT0.1S"), SmppBench.LIMIT);
        bench.gateway().keepReady();

        await().atMost(SmppBench.PATIENCE).until(() -> bench.provider().enquiries() > 2);
        assertThat(bench.gateway().isBound()).isTrue();
    }
}
