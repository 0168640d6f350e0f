package com.clinni.fallback.send;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.Fallback;
import com.clinni.events.MessageReady;
import com.clinni.events.kafka.Publication;
import com.clinni.fallback.CreditClient;
import com.clinni.fallback.FaultyDatabase;
import com.clinni.fallback.MutableClock;
import com.clinni.fallback.ServiceTest;
import com.clinni.fallback.SimulatedProviders;
import com.clinni.fallback.TestMessage;
import com.clinni.fallback.credit.ProviderBalance;
import com.clinni.fallback.credit.SmsCredit;
import com.clinni.fallback.intake.MessageIntake;
import com.clinni.fallback.message.Messages;
import com.clinni.fallback.message.NewMessage;
import com.clinni.fallback.message.RecordCopy;
import com.clinni.fallback.policy.FallbackConfig;
import com.clinni.fallback.policy.FallbackPolicy;
import com.clinni.fallback.policy.PolicyContext;
import com.clinni.fallback.policy.ReadyMessages;
import com.clinni.fallback.policy.SendPreferences;
import com.clinni.fallback.policy.WayBack;
import com.clinni.fallback.preferences.PhoneOptOuts;
import com.clinni.fallback.provider.SendOutcome.InDoubt;
import com.clinni.fallback.provider.SendOutcome.NotSent;
import com.clinni.fallback.sms.SmsSender;
import com.clinni.platform.access.Caller;
import com.clinni.platform.access.CurrentCaller;
import com.clinni.platform.time.Stopwatch;
import com.clinni.testbed.fault.CommitCuts.Side;
import com.clinni.testbed.simulator.sms.ReceivedSms;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Sixty-four threads of three nodes send what three clinics' credit does not cover, and every step
 * of theirs may be the last: killed after the claim, after the call, before and after a COMMIT.
 */
@QuarkusTest
class SmsUnderFireTest extends ServiceTest {

    private static final Logger LOG = Logger.getLogger(SmsUnderFireTest.class);
    private static final int THREADS = 64;
    private static final int NODES = 3;
    private static final int MESSAGES = 450;
    private static final int PURCHASED = 150;
    private static final int CUTS_EACH_ROUND = 40;
    private static final int ROUNDS = 4;
    private static final Duration DOUBTS_DUE = Duration.ofMinutes(3);

    @Inject MessageIntake intake;
    @Inject Messages messages;
    @Inject ReadyMessages ready;
    @Inject SmsCredit credit;
    @Inject ProviderBalance balance;
    @Inject SendPreferences wishes;
    @Inject FallbackConfig config;
    @Inject WayBack wayBack;
    @Inject PhoneOptOuts optOuts;
    @Inject LostClaims unsure;
    @Inject Stopwatch stopwatch;
    @Inject Settlement settlement;
    @Inject SmsSender sms;

    private final long seed = new Random().nextLong();
    private final List<String> clinics =
            IntStream.range(0, 3).mapToObj(i -> "clinica-" + i + "-" + UUID.randomUUID()).toList();

    @Test
    void what_was_spent_is_what_the_provider_sent_and_nothing_stays_reserved() throws Exception {
        LOG.infof("seed %d", seed);
        clinics.forEach(clinic -> CreditClient.topUp(clinic, PURCHASED));
        arrive();

        for (var round = 0; round < ROUNDS; round++) {
            var killing = round < ROUNDS - 1;
            FaultyDatabase.cuts().cut(killing ? CUTS_EACH_ROUND : 0, 0.05, Side.EITHER);
            everyThreadSends(round, killing);
            FaultyDatabase.cuts().stop();
            takeOverWhatTheDeadHad();
        }

        assertThat(FaultyDatabase.cuts().made()).isPositive();
        var sent = segmentsByClinic();
        for (var clinic : clinics) {
            var books = CreditClient.of(clinic);
            assertThat(books.getInt("spent"))
                    .as("seed %d, %s", seed, clinic)
                    .isEqualTo(sent.getOrDefault(clinic, 0))
                    .isLessThanOrEqualTo(PURCHASED)
                    .isGreaterThan(PURCHASED / 2);
            assertThat(books.getInt("reserved")).as("seed %d", seed).isZero();
        }
        assertThat(query("SELECT * FROM sms_reservation")).isEmpty();
        assertThat(query("SELECT id FROM message WHERE state IN ('SENDING', 'IN_DOUBT')"))
                .isEmpty();
        assertThat(
                        query(
                                "SELECT id FROM message WHERE channel = 'SMS'"
                                        + " AND state = 'NEEDS_ATTENTION'"))
                .isEmpty();
    }

    private void arrive() {
        var random = new Random(seed);
        var arrivals = new ArrayList<NewMessage>();
        for (var i = 0; i < MESSAGES; i++) {
            var text =
                    "Le recordamos su cita con nosotros en la clínica. "
                            .repeat(1 + 3 * random.nextInt(3));
            arrivals.add(
                    arrival(
                            TestMessage.message()
                                    .fallback(Fallback.SMS)
                                    .clinic(clinics.get(i % clinics.size()))
                                    .sms(text)
                                    .build(),
                            i));
        }
        intake.store(arrivals);
    }

    private static NewMessage arrival(MessageReady message, int offset) {
        var record = Publication.of(message, "/clinni/test", MutableClock.START);
        var copy =
                new RecordCopy(
                        record.topic(), 0, offset, record.key(), record.headers(), record.value());
        var death = new NewMessage.Death(Cause.LINE_DOWN, null, MutableClock.START, null);
        var next =
                FallbackPolicy.next(PolicyContext.of(message, death.cause(), MutableClock.START));
        return NewMessage.given(message, copy, death, false, next, MutableClock.START);
    }

    private void everyThreadSends(int round, boolean killing) throws Exception {
        var nodes =
                IntStream.range(0, NODES)
                        .mapToObj(
                                i ->
                                        new Claims(
                                                messages, ready, credit, balance, wishes, config,
                                                wayBack, optOuts, unsure, clock, stopwatch))
                        .toList();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var work =
                    IntStream.range(0, THREADS)
                            .mapToObj(
                                    t ->
                                            Executors.callable(
                                                    () ->
                                                            sendAll(
                                                                    nodes.get(t % NODES),
                                                                    new Random(
                                                                            seed
                                                                                    + 100L * round
                                                                                    + t),
                                                                    killing)))
                            .toList();
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }
    }

    private void sendAll(Claims claims, Random random, boolean killing) {
        CurrentCaller.run(Caller.thisService("send-sms"), () -> send(claims, random, killing));
    }

    private void send(Claims claims, Random random, boolean killing) {
        var looked = 1;
        while (looked > 0) {
            try {
                var claimed = claims.claim(Channel.SMS, 1 + random.nextInt(4));
                looked = claimed.looked();
                claimed.intents().forEach(intent -> act(intent, killing ? random.nextInt(12) : 99));
            } catch (RuntimeException e) {
                LOG.debugf("a COMMIT was cut: %s", e.getClass());
            }
        }
    }

    private void act(Intent intent, int fate) {
        var id = intent.message().id();
        switch (fate) {
            case 0 -> LOG.debug("killed before the call");
            case 1 -> sms.send(intent.ready(), id, null, call -> true);
            case 2 -> settlement.settle(intent, new InDoubt("lost on the way"));
            case 3 -> {
                sms.send(intent.ready(), id, null, call -> true);
                settlement.settle(intent, new InDoubt("its answer was lost"));
            }
            case 4 -> settlement.settle(intent, NotSent.forNow(Cause.SMS_UNREACHABLE));
            case 5 -> {
                var outcome = sms.send(intent.ready(), id, null, call -> true);
                settlement.settle(intent, outcome);
                settlement.settle(intent, outcome);
            }
            default -> settlement.settle(intent, sms.send(intent.ready(), id, null, call -> true));
        }
    }

    private void takeOverWhatTheDeadHad() {
        execute("UPDATE message SET lease_until = clock_timestamp() WHERE state = 'SENDING'");
        staleIntents.doubtAll();
        clock.advance(DOUBTS_DUE);
        while (!query("SELECT id FROM message WHERE state = 'SENDING'").isEmpty()) {
            staleIntents.doubtAll();
        }
        while (!query("SELECT id FROM message WHERE state = 'IN_DOUBT'").isEmpty()) {
            doubts.endAll();
            clock.advance(DOUBTS_DUE);
        }
    }

    private Map<String, Integer> segmentsByClinic() {
        var clinicOf =
                query("SELECT id, clinic_id FROM message").stream()
                        .collect(
                                Collectors.toMap(
                                        row -> row.get("id").toString(),
                                        row -> (String) row.get("clinic_id")));
        return SimulatedProviders.sms().received().stream()
                .filter(received -> clinicOf.containsKey(received.reference()))
                .collect(
                        Collectors.groupingBy(
                                received -> clinicOf.get(received.reference()),
                                Collectors.summingInt(ReceivedSms::segments)));
    }
}
