package com.clinni.fallback.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryState;
import com.clinni.events.ReminderWithdrawn;
import com.clinni.fallback.MutableClock;
import com.clinni.fallback.ServiceTest;
import com.clinni.fallback.TestMessage;
import com.clinni.fallback.TestPublisher;
import com.clinni.fallback.credit.ProviderBalance;
import com.clinni.fallback.credit.SmsCredit;
import com.clinni.fallback.message.Messages;
import com.clinni.fallback.message.StoredMessage;
import com.clinni.fallback.message.TransitionReports;
import com.clinni.fallback.policy.FallbackConfig;
import com.clinni.fallback.policy.ReadyMessages;
import com.clinni.fallback.policy.SendPreferences;
import com.clinni.fallback.policy.WayBack;
import com.clinni.fallback.preferences.PhoneOptOuts;
import com.clinni.platform.database.Database;
import com.clinni.platform.erasure.Erasures;
import com.clinni.platform.time.Stopwatch;
import com.clinni.testbed.infrastructure.DatabaseAdmin;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClaimsTest extends ServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject Database statements;
    @Inject TransitionReports reports;
    @Inject Erasures erasures;
    @Inject ReadyMessages ready;
    @Inject SmsCredit credit;
    @Inject ProviderBalance balance;
    @Inject SendPreferences wishes;
    @Inject FallbackConfig config;
    @Inject WayBack wayBack;
    @Inject PhoneOptOuts optOuts;
    @Inject LostClaims unsure;
    @Inject Stopwatch stopwatch;

    @Test
    void a_message_that_cannot_be_claimed_needs_attention_and_the_less_urgent_ones_leave() {
        var urgent = MutableClock.START.plusSeconds(3600);
        var broken = died(TestMessage.message().sendBefore(urgent).build(), Cause.LINE_DOWN);
        var whole = died(TestMessage.message().build(), Cause.LINE_DOWN);
        execute("UPDATE message SET record_value = NULL WHERE id = '" + broken + "'");

        loop.sendEmails();

        becomes(whole, DeliveryState.ACCEPTED);
        assertThat(stateOf(broken)).isEqualTo(DeliveryState.NEEDS_ATTENTION);
        assertThat(causeOf(broken)).isEqualTo(Cause.DEFECT);
    }

    /** The claim looked before the withdrawal was there and got the row's lock after it. */
    @Test
    void a_withdrawal_that_came_between_a_claims_look_and_its_lock_is_seen() {
        var message = TestMessage.message().build();
        var id = died(message, Cause.LINE_DOWN);
        var late =
                new Messages(statements, reports, erasures, clock) {
                    @Override
                    public List<StoredMessage> lockWaiting(
                            Channel channel, Instant now, Instant until, int limit) {
                        var locked = super.lockWaiting(channel, now, until, limit);
                        withdrawUnheard(message.reminderId());
                        return locked;
                    }
                };

        var claimed =
                new Claims(
                                late, ready, credit, balance, wishes, config, wayBack, optOuts,
                                unsure, clock, stopwatch)
                        .claim(Channel.EMAIL, 4);

        assertThat(claimed.intents()).isEmpty();
        assertThat(stateOf(id)).isEqualTo(DeliveryState.RECEIVED);
    }

    @Test
    void a_withdrawal_is_not_there_before_a_claim_that_came_first_has_ended() throws SQLException {
        var message = TestMessage.message().build();
        var id = died(message, Cause.LINE_DOWN);
        try (var claim = DatabaseAdmin.dataSource().getConnection()) {
            claim.setAutoCommit(false);
            claim.createStatement()
                    .executeQuery("SELECT 1 FROM message WHERE id = '" + id + "' FOR UPDATE");
            TestPublisher.publish(
                    new ReminderWithdrawn(
                            message.reminderId(),
                            message.appointmentId(),
                            2,
                            message.clinic().clinicId(),
                            ReminderWithdrawn.Reason.MOVED,
                            MutableClock.START));

            await().during(Duration.ofSeconds(2))
                    .atMost(PATIENCE)
                    .until(() -> !isWithdrawn(message.reminderId()));
            claim.rollback();
        }

        await().atMost(PATIENCE).until(() -> isWithdrawn(message.reminderId()));
        becomes(id, DeliveryState.WITHDRAWN);
    }

    private boolean isWithdrawn(UUID reminder) {
        return !query("SELECT 1 FROM withdrawal WHERE reminder_id = ?", reminder).isEmpty();
    }

    /** On a thread of its own, so that it commits at once. */
    private void withdrawUnheard(UUID reminder) {
        var thread =
                Thread.ofPlatform()
                        .start(
                                () ->
                                        execute(
                                                "INSERT INTO withdrawal (reminder_id, at) VALUES ('"
                                                        + reminder
                                                        + "', now())"));
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
