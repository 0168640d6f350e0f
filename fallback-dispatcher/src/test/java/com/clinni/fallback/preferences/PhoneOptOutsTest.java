package com.clinni.fallback.preferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryState;
import com.clinni.events.Fallback;
import com.clinni.events.OptOutChanged;
import com.clinni.events.contact.PhoneNumber;
import com.clinni.events.digest.KeyedDigest;
import com.clinni.fallback.CreditClient;
import com.clinni.fallback.MutableClock;
import com.clinni.fallback.ServiceTest;
import com.clinni.fallback.SimulatedProviders;
import com.clinni.fallback.TestMessage;
import com.clinni.fallback.TestPublisher;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PhoneOptOutsTest extends ServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final AtomicLong USED = new AtomicLong(600_300_000);

    @Inject KeyedDigest digest;

    private final String phone = "+34" + USED.getAndIncrement();
    private final String clinic = "clinic-" + UUID.randomUUID();

    @Test
    void no_sms_leaves_for_a_number_that_opted_out_and_credit_is_untouched() {
        CreditClient.topUp(clinic, 5);
        told(true, 1);
        var direct = ready(sample().channel(Channel.SMS).fallback(Fallback.EMAIL).build());

        loop.sendSms();
        loop.sendEmails();

        assertThat(stateOf(direct)).isEqualTo(DeliveryState.SUPPRESSED);
        assertThat(SimulatedProviders.smsAbout(direct)).isEmpty();
        assertThat(CreditClient.of(clinic).getInt("spent")).isZero();
        assertThat(CreditClient.of(clinic).getInt("reserved")).isZero();
    }

    @Test
    void nothing_takes_the_place_of_a_whatsapp_message_to_it() {
        var waiting = died(sample().fallback(Fallback.EMAIL).build(), Cause.LINE_DOWN);
        told(true, 1);

        loop.sendEmails();

        assertThat(stateOf(waiting)).isEqualTo(DeliveryState.SUPPRESSED);
    }

    @Test
    void a_clinics_own_emails_go_on() {
        told(true, 1);
        var email = ready(sample().channel(Channel.EMAIL).fallback(Fallback.SMS).build());

        loop.sendEmails();

        becomes(email, DeliveryState.ACCEPTED);
    }

    @Test
    void the_last_word_counts_in_whatever_order_it_comes() {
        CreditClient.topUp(clinic, 5);
        told(false, 8);
        TestPublisher.publish(event(true, 7));
        told(phone + "1", true, 9);
        var message = ready(sample().channel(Channel.SMS).build());

        loop.sendSms();

        becomes(message, DeliveryState.ACCEPTED);
    }

    @Test
    void a_clinic_that_was_asked_writes_again_and_no_other() {
        CreditClient.topUp(clinic, 5);
        told(true, 7);
        publish(exception(clinic, 8));
        publish(exception("clinic-before", 6));
        told(phone + "1", true, 9);
        var direct = ready(sample().channel(Channel.SMS).build());
        var waiting = died(sample().fallback(Fallback.EMAIL).build(), Cause.LINE_DOWN);
        var of = TestMessage.message().phone(phone).channel(Channel.SMS);
        var other = ready(of.clinic("clinic-" + UUID.randomUUID()).build());
        var before = ready(of.clinic("clinic-before").build());

        loop.sendSms();
        loop.sendEmails();

        becomes(direct, DeliveryState.ACCEPTED);
        becomes(waiting, DeliveryState.ACCEPTED);
        assertThat(stateOf(other)).isEqualTo(DeliveryState.SUPPRESSED);
        assertThat(stateOf(before)).isEqualTo(DeliveryState.SUPPRESSED);
    }

    @Test
    void whoever_opts_out_again_hears_from_no_clinic() {
        told(true, 7);
        publish(exception(clinic, 8));
        publish(event(true, 9));
        told(phone + "1", true, 10);
        var direct = ready(sample().channel(Channel.SMS).build());

        loop.sendSms();

        assertThat(stateOf(direct)).isEqualTo(DeliveryState.SUPPRESSED);
    }

    private void publish(OptOutChanged event) {
        TestPublisher.publish(event);
    }

    private OptOutChanged exception(String clinicId, long sequence) {
        return new OptOutChanged(
                new PhoneNumber(phone),
                "default",
                true,
                MutableClock.START,
                OptOutChanged.By.CLINIC,
                clinicId,
                sequence);
    }

    private TestMessage sample() {
        return TestMessage.message().clinic(clinic).phone(phone);
    }

    private void told(boolean optedOut, long sequence) {
        TestPublisher.publish(event(optedOut, sequence));
        heard(phone);
    }

    /** Told after the others on the same line, so that they were heard too. */
    private void told(String other, boolean optedOut, long sequence) {
        TestPublisher.publish(event(other, optedOut, sequence));
        heard(other);
    }

    private void heard(String number) {
        await().atMost(PATIENCE)
                .until(
                        () ->
                                !query(
                                                "SELECT 1 FROM opt_out WHERE phone = ?",
                                                digest.of(new PhoneNumber(number)).toString())
                                        .isEmpty());
    }

    private OptOutChanged event(boolean optedOut, long sequence) {
        return event(phone, optedOut, sequence);
    }

    private static OptOutChanged event(String number, boolean optedOut, long sequence) {
        return new OptOutChanged(
                new PhoneNumber(number),
                "default",
                optedOut,
                MutableClock.START,
                OptOutChanged.By.PATIENT,
                null,
                sequence);
    }
}
