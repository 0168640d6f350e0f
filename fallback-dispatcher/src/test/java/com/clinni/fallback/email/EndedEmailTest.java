package com.clinni.fallback.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.clinni.events.Cause;
import com.clinni.events.DeliveryState;
import com.clinni.events.MessageReady;
import com.clinni.events.ReminderWithdrawn;
import com.clinni.fallback.MutableClock;
import com.clinni.fallback.ServiceTest;
import com.clinni.fallback.SimulatedProviders;
import com.clinni.fallback.TestMessage;
import com.clinni.fallback.TestPublisher;
import com.clinni.testbed.simulator.mail.ReceivedMail;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** E-mails whose visit or hour is over before they leave. */
@QuarkusTest
class EndedEmailTest extends ServiceTest {

    @Test
    void nothing_leaves_after_a_withdrawal() {
        var message = TestMessage.message().build();
        var id = died(message, Cause.NOT_ON_WHATSAPP);

        TestPublisher.publish(withdrawal(message));
        becomes(id, DeliveryState.WITHDRAWN);
        loop.sendEmails();

        assertThat(mails(message)).isEmpty();
    }

    @Test
    void a_withdrawal_that_comes_first_is_remembered() {
        var message = TestMessage.message().build();
        TestPublisher.publish(withdrawal(message));
        await().until(
                        () ->
                                !query(
                                                "SELECT 1 FROM withdrawal WHERE reminder_id = ?",
                                                message.reminderId())
                                        .isEmpty());

        var id = died(message, Cause.NOT_ON_WHATSAPP);
        loop.sendEmails();
        worthless.closeAll();

        assertThat(stateOf(id)).isEqualTo(DeliveryState.WITHDRAWN);
        assertThat(mails(message)).isEmpty();
    }

    @Test
    void nothing_leaves_after_its_send_before() {
        var message = TestMessage.message().build();
        var id = died(message, Cause.NOT_ON_WHATSAPP);

        clock.set(message.sendBefore());
        loop.sendEmails();
        worthless.closeAll();

        assertThat(stateOf(id)).isEqualTo(DeliveryState.EXPIRED);
        assertThat(mails(message)).isEmpty();
    }

    private static ReminderWithdrawn withdrawal(MessageReady message) {
        return new ReminderWithdrawn(
                message.reminderId(),
                message.appointmentId(),
                message.appointmentVersion() + 1,
                message.clinic().clinicId(),
                ReminderWithdrawn.Reason.CANCELLED,
                MutableClock.START);
    }

    private static List<ReceivedMail> mails(MessageReady message) {
        return SimulatedProviders.mailsTo(message.recipient().email().address());
    }
}
