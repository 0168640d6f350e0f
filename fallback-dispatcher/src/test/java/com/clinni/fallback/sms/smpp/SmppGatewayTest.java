package com.clinni.fallback.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.clinni.events.Cause;
import com.clinni.fallback.provider.SendOutcome;
import com.clinni.fallback.provider.SendOutcome.Accepted;
import com.clinni.fallback.provider.SendOutcome.InDoubt;
import com.clinni.fallback.provider.SendOutcome.NotSent;
import com.clinni.fallback.sms.gateway.SmsGateway;
import com.clinni.fallback.sms.gateway.SmsGatewayConformance;
import com.clinni.testbed.simulator.smpp.SmppAnswer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The SMPP adapter: what becomes of an SMS. */
class SmppGatewayTest extends SmsGatewayConformance {

    private static final Duration IMPATIENT = Duration.ofMillis(800);

    private final SmppBench bench = new SmppBench();

    @AfterEach
    void stop() {
        bench.close();
    }

    @Override
    protected Set<Provider> impossible() {
        return Set.of(
                Provider.KNOWS_IT_ALREADY,
                Provider.HAS_NO_BALANCE,
                Provider.ANSWERS_A_PAGE,
                Provider.ANSWERS_HALF_AN_OBJECT,
                Provider.ANSWERS_TOO_MUCH,
                Provider.REDIRECTS);
    }

    @Override
    protected SmsGateway gatewayOf(Provider wanted) {
        if (bench.gateway() != null) {
            bench.startOver();
        }
        bench.provider()
                .answer(
                        switch (wanted) {
                            case REFUSES_THE_NUMBER -> SmppAnswer.INVALID_DESTINATION;
                            case BLOCKS_THE_SENDER -> SmppAnswer.INVALID_SOURCE;
                            case LIMITS_THE_RATE -> SmppAnswer.THROTTLE;
                            case IS_UNAVAILABLE -> SmppAnswer.UNAVAILABLE;
                            case FAILS -> SmppAnswer.SYSTEM_ERROR;
                            case ACCEPTS_WITHOUT_AN_ID -> SmppAnswer.ACCEPT_WITHOUT_ID;
                            case HANGS -> SmppAnswer.HANG;
                            case CUTS -> SmppAnswer.CUT;
                            default -> SmppAnswer.ACCEPT;
                        });
        if (wanted == Provider.REFUSES_CONNECTIONS) {
            bench.provider().close();
        }
        var isLate = wanted == Provider.HANGS || wanted == Provider.CUTS;
        var settings = new HashMap<String, String>();
        if (wanted == Provider.REFUSES_THE_KEY) {
            settings.put("password", "other");
        }
        if (isLate) {
            // bound with patience, so that only the answer is late
            return bench.bound(settings, IMPATIENT);
        }
        return bench.made(settings, SmppBench.LIMIT);
    }

    @Override
    protected int requests() {
        return bench.provider().submissions();
    }

    @Override
    protected String received() {
        return bench.provider().received().getFirst().text();
    }

    @Test
    void the_phone_sees_number_and_sender_and_several_parts_as_one() {
        var outcome = bench.made().send(sms("a".repeat(152) + "€" + "b".repeat(9)));

        assertThat(outcome).isEqualTo(new Accepted("sms-2"));
        assertThat(bench.provider().submissions()).isEqualTo(2);
        assertThat(bench.provider().received())
                .singleElement()
                .satisfies(
                        sms -> {
                            assertThat(sms.to()).isEqualTo("+34600000123");
                            assertThat(sms.from()).isEqualTo("Clinni");
                            assertThat(sms.segments()).isEqualTo(2);
                        });
    }

    @Test
    void a_full_queue_is_a_rate_that_is_limited() {
        bench.made();
        bench.provider().answer(SmppAnswer.QUEUE_FULL);

        assertThat(bench.gateway().send(SMS)).isEqualTo(NotSent.forNow(Cause.RATE_LIMITED));
    }

    @Test
    void a_part_that_is_refused_after_another_was_taken_leaves_a_doubt() {
        bench.made();
        bench.provider().takeMillis(300);
        var sending = new CopyOnWriteArrayList<SendOutcome>();
        var thread =
                Thread.ofVirtual()
                        .start(() -> sending.add(bench.gateway().send(sms("á".repeat(200)))));
        await().atMost(SmppBench.PATIENCE).until(() -> bench.provider().submissions() == 1);
        bench.provider().answer(SmppAnswer.INVALID_DESTINATION);
        await().atMost(SmppBench.PATIENCE).until(() -> !thread.isAlive());

        assertThat(sending).singleElement().isInstanceOf(InDoubt.class);
    }
}
