package com.clinni.fallback.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.clinni.events.Cause;
import com.clinni.fallback.provider.SendOutcome;
import com.clinni.fallback.provider.SendOutcome.Accepted;
import com.clinni.fallback.provider.SendOutcome.InDoubt;
import com.clinni.fallback.provider.SendOutcome.NotSent;
import com.clinni.fallback.sms.ReceiptSink;
import com.clinni.fallback.sms.Settings;
import com.clinni.fallback.sms.SmsGateway;
import com.clinni.fallback.sms.SmsGatewayConformance;
import com.clinni.fallback.sms.SmsReceipts.Receipt;
import com.clinni.fallback.sms.SmsReceipts.State;
import com.clinni.testbed.simulator.smpp.SmppAnswer;
import com.clinni.testbed.simulator.smpp.SmppSimulator;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The SMPP adapter against a provider on this machine. */
class SmppGatewayTest extends SmsGatewayConformance {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration IMPATIENT = Duration.ofMillis(800);

    private final Told told = new Told();
    private SmppSimulator provider = new SmppSimulator(0, "secret");
    private SmppGateway gateway;

    /** Receipts as they were taken, or why they were not. */
    private static final class Told implements ReceiptSink {

        private final List<Receipt> taken = new CopyOnWriteArrayList<>();
        private final List<String> skipped = new CopyOnWriteArrayList<>();
        private volatile boolean isAway;

        @Override
        public void take(Receipt receipt) {
            if (isAway) {
                throw new IllegalStateException("no database");
            }
            taken.add(receipt);
        }

        @Override
        public void skip(String why) {
            skipped.add(why);
        }
    }

    @AfterEach
    void stop() {
        if (gateway != null) {
            gateway.close();
        }
        provider.close();
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
        if (gateway != null) {
            stop();
            provider = new SmppSimulator(0, "secret");
        }
        provider.answer(
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
            provider.close();
        }
        var isLate = wanted == Provider.HANGS || wanted == Provider.CUTS;
        var settings = new HashMap<String, String>();
        if (wanted == Provider.REFUSES_THE_KEY) {
            settings.put("password", "other");
        }
        if (isLate) {
            // bound with patience, so that only the answer is late
            gateway = bound(settings, IMPATIENT);
            return gateway;
        }
        return gateway(settings, LIMIT);
    }

    private SmppGateway bound(Map<String, String> settings, Duration limit) {
        var made = gateway(settings, limit);
        await().atMost(PATIENCE)
                .until(
                        () -> {
                            made.keepReady();
                            return made.isBound();
                        });
        return made;
    }

    private SmppGateway gateway(Map<String, String> changed, Duration limit) {
        var settings = new HashMap<String, String>();
        settings.put("smpp.port", Integer.toString(provider.port()));
        settings.put("smpp.host", "127.0.0.1");
        settings.put("smpp.password", "secret");
        settings.put("smpp.pause", "PT0.01S");
        settings.put("smpp.longest-pause", "PT0.05S");
        changed.forEach((key, value) -> settings.put("smpp." + key, value));
        gateway =
                SmppGateway.of(Settings.sms(settings).smpp(), LIMIT, limit, told, System::nanoTime);
        return gateway;
    }

    @Override
    protected int requests() {
        return provider.submissions();
    }

    @Override
    protected String received() {
        return provider.received().getFirst().text();
    }

    @Test
    void the_phone_sees_number_and_sender_and_several_parts_as_one() {
        var outcome = gatewayOf(Provider.ACCEPTS).send(sms("a".repeat(152) + "€" + "b".repeat(9)));

        assertThat(outcome).isEqualTo(new Accepted("sms-2"));
        assertThat(provider.submissions()).isEqualTo(2);
        assertThat(provider.received())
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
        gatewayOf(Provider.ACCEPTS);
        provider.answer(SmppAnswer.QUEUE_FULL);

        assertThat(gateway.send(SMS)).isEqualTo(NotSent.forNow(Cause.RATE_LIMITED));
    }

    @Test
    void no_more_await_their_answers_than_the_window_lets() throws Exception {
        gateway(Map.of("window", "3"), LIMIT);
        gateway.send(SMS);
        provider.takeMillis(50);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sends =
                    IntStream.range(0, 24)
                            .mapToObj(i -> threads.submit(() -> gateway.send(sms("n " + i))))
                            .toList();
            for (var send : sends) {
                assertThat(send.get()).isInstanceOf(Accepted.class);
            }
        }

        assertThat(provider.mostAtOnce()).isEqualTo(3);
        assertThat(provider.received()).hasSize(25);
    }

    @Test
    void a_lost_session_is_bound_anew_and_nothing_is_sent_without_one() {
        gatewayOf(Provider.ACCEPTS).send(SMS);
        provider.close();
        await().atMost(PATIENCE).until(() -> !gateway.isBound());

        assertThat(gateway.send(SMS)).isEqualTo(NotSent.forNow(Cause.SMS_UNREACHABLE));

        provider.open();
        await().atMost(PATIENCE).until(() -> gateway.send(SMS) instanceof Accepted);
        assertThat(provider.received()).hasSize(2);
    }

    @Test
    void a_silent_session_is_asked_whether_it_is_there() {
        gateway(Map.of("enquire-every", "PT0.1S"), LIMIT);
        gateway.keepReady();

        await().atMost(PATIENCE).until(() -> provider.enquiries() > 2);
        assertThat(gateway.isBound()).isTrue();
    }

    @Test
    void a_part_that_is_refused_after_another_was_taken_leaves_a_doubt() {
        gatewayOf(Provider.ACCEPTS);
        provider.takeMillis(300);
        var sending = new CopyOnWriteArrayList<SendOutcome>();
        var thread =
                Thread.ofVirtual().start(() -> sending.add(gateway.send(sms("á".repeat(200)))));
        await().atMost(PATIENCE).until(() -> provider.submissions() == 1);
        provider.answer(SmppAnswer.INVALID_DESTINATION);
        await().atMost(PATIENCE).until(() -> !thread.isAlive());

        assertThat(sending).singleElement().isInstanceOf(InDoubt.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id:sms-1 sub:001 dlvrd:001 submit date:3003051600 done date:3003051601"
                        + " stat:DELIVRD err:000 text:Le recordamos",
                "ID:sms-1 STAT:delivrd",
                "stat:DELIVRD id:sms-1",
                "id:sms-1 sub:x dlvrd:? submit date:never done date: stat:DELIVRD err:"
                        + " text:\u00e1\u0000"
            })
    void receipts_are_understood_however_they_are_filled_in(String text) {
        gatewayOf(Provider.ACCEPTS).keepReady();

        provider.tell(text);

        assertThat(told.taken).containsExactly(new Receipt(null, "sms-1", State.DELIVERED));
    }

    @Test
    void what_failed_on_the_way_is_told_too_and_steps_between_are_no_news() {
        gatewayOf(Provider.ACCEPTS).keepReady();
        for (var state : List.of("UNDELIV", "EXPIRED", "REJECTD", "DELETED")) {
            provider.tell("id:a stat:" + state);
        }
        provider.tell("id:a stat:ENROUTE");

        assertThat(told.taken).hasSize(4).allMatch(receipt -> receipt.state() == State.FAILED);
        assertThat(told.skipped).containsExactly("NO_NEWS");
    }

    @Test
    void receipts_that_nobody_can_read_are_counted_answered_and_stop_nothing() {
        gatewayOf(Provider.ACCEPTS).keepReady();
        for (var text :
                List.of(
                        "",
                        "id:",
                        "stat:DELIVRD",
                        "id:" + "x".repeat(200) + " stat:DELIVRD",
                        "id:a stat:DELIVRDDELIVRDDELIVRD",
                        "\u0000\u0001\u00ff",
                        "id:\u00e1 stat:DELIVRD")) {
            provider.tell(text);
        }
        provider.tell((byte) 0, "BAJA");

        assertThat(told.taken).isEmpty();
        assertThat(told.skipped).hasSize(8).endsWith("NOT_A_RECEIPT");
        assertThat(gateway.send(SMS)).isInstanceOf(Accepted.class);
    }

    @Test
    void a_receipt_that_cannot_be_stored_is_left_with_the_provider() {
        gatewayOf(Provider.ACCEPTS).keepReady();
        told.isAway = true;
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> provider.tell("id:a stat:DELIVRD"))
                .hasMessageContaining("NegativeResponseException");

        told.isAway = false;
        provider.tell("id:a stat:DELIVRD");
        assertThat(told.taken).hasSize(1);
    }
}
