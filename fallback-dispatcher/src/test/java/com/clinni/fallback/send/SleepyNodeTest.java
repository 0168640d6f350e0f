package com.clinni.fallback.send;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryState;
import com.clinni.events.Fallback;
import com.clinni.events.MessageReady;
import com.clinni.fallback.CreditClient;
import com.clinni.fallback.ServiceTest;
import com.clinni.fallback.SimulatedProviders;
import com.clinni.fallback.TestMessage;
import com.clinni.fallback.credit.ProviderBalance;
import com.clinni.fallback.credit.SmsCredit;
import com.clinni.fallback.email.MailSender;
import com.clinni.fallback.message.Messages;
import com.clinni.fallback.policy.FallbackConfig;
import com.clinni.fallback.policy.ReadyMessages;
import com.clinni.fallback.policy.SendPreferences;
import com.clinni.fallback.policy.WayBack;
import com.clinni.fallback.preferences.PhoneOptOuts;
import com.clinni.fallback.sms.SmsSender;
import com.clinni.platform.access.CallerThreads;
import com.clinni.platform.time.Stopwatch;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A node that is stopped after its claim and wakes up before its call. */
@QuarkusTest
class SleepyNodeTest extends ServiceTest {

    @Inject Messages messages;
    @Inject ReadyMessages ready;
    @Inject SmsCredit credit;
    @Inject ProviderBalance balance;
    @Inject SendPreferences wishes;
    @Inject FallbackConfig config;
    @Inject WayBack wayBack;
    @Inject PhoneOptOuts optOuts;
    @Inject LostClaims unsure;
    @Inject MailSender mail;
    @Inject SmsSender sms;
    @Inject Settlement settlement;
    @Inject CallerThreads threads;

    private final String clinic = "clinica-" + UUID.randomUUID();

    @Test
    void an_email_taken_over_meanwhile_leaves_from_the_new_owner_only_and_flagged() {
        var message = TestMessage.message().build();
        var id = died(message, Cause.LINE_DOWN);

        sleeping(config.lease(), this::takeOver).sendEmails();

        becomes(id, DeliveryState.IN_DOUBT);
        assertThat(mailsFor(message)).isZero();
        doubts.endAll();
        loop.sendEmails();
        becomes(id, DeliveryState.ACCEPTED);
        assertThat(mailsFor(message)).isEqualTo(1);
        assertThat(row(id)).containsEntry("possible_duplicate", true);
    }

    @Test
    void an_sms_taken_over_meanwhile_leaves_from_the_new_owner_only() {
        CreditClient.topUp(clinic, 1);
        var message = TestMessage.message().fallback(Fallback.SMS).clinic(clinic).build();
        var id = died(message, Cause.LINE_DOWN);

        sleeping(config.lease(), this::takeOver).sendSms();

        becomes(id, DeliveryState.IN_DOUBT);
        assertThat(SimulatedProviders.smsAbout(id)).isEmpty();
        assertThat(CreditClient.of(clinic).getInt("reserved")).isEqualTo(1);
        doubts.endAll();
        loop.sendSms();
        becomes(id, DeliveryState.ACCEPTED);
        assertThat(SimulatedProviders.smsAbout(id)).hasSize(1);
        assertThat(row(id)).containsEntry("possible_duplicate", false);
    }

    @Test
    void a_call_that_could_outlive_its_lease_is_not_begun_and_its_message_waits_again() {
        var message = TestMessage.message().build();
        var id = died(message, Cause.LINE_DOWN);

        sleeping(config.lease().minusSeconds(10), () -> {}).sendEmails();

        becomes(id, DeliveryState.RECEIVED);
        assertThat(mailsFor(message)).isZero();
        assertThat(row(id)).containsEntry("possible_duplicate", false);
    }

    @Test
    void nothing_leaves_when_its_time_passed_between_the_claim_and_the_call() {
        var message = TestMessage.message().build();
        var id = died(message, Cause.LINE_DOWN);

        sleeping(Duration.ZERO, () -> clock.set(message.sendBefore())).sendEmails();

        becomes(id, DeliveryState.RECEIVED);
        worthless.closeAll();
        assertThat(stateOf(id)).isEqualTo(DeliveryState.EXPIRED);
        assertThat(mailsFor(message)).isZero();
    }

    /** What the node that goes on does once the lease is over. */
    private void takeOver() {
        execute("UPDATE message SET lease_until = clock_timestamp() WHERE state = 'SENDING'");
        staleIntents.doubtAll();
    }

    private FallbackLoop sleeping(Duration nap, Runnable meanwhile) {
        var asleep = new AtomicLong();
        Stopwatch stopwatch = () -> System.nanoTime() + asleep.get();
        var claims =
                new Claims(
                        messages, ready, credit, balance, wishes, config, wayBack, optOuts, unsure,
                        clock, stopwatch) {
                    @Override
                    Claimed claim(Channel channel, int limit) {
                        var claimed = super.claim(channel, limit);
                        if (!claimed.intents().isEmpty()) {
                            asleep.addAndGet(nap.toNanos());
                            meanwhile.run();
                        }
                        return claimed;
                    }
                };
        return new FallbackLoop(claims, mail, sms, settlement, config, clock, stopwatch, threads);
    }

    private static int mailsFor(MessageReady message) {
        return SimulatedProviders.mailsTo(message.recipient().email().address()).size();
    }
}
