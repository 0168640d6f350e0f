package com.clinni.fallback.withdrawal;

import com.clinni.events.EventReader;
import com.clinni.events.ReminderWithdrawn;
import com.clinni.events.Topics;
import com.clinni.platform.access.ActsForService;
import com.clinni.platform.intake.BatchIntake;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Stores withdrawals: visits that were moved or cancelled, and reminders that a person sent by
 * hand.
 */
@ApplicationScoped
public class WithdrawalListener {

    private static final Logger LOG = Logger.getLogger(WithdrawalListener.class);

    private final EventReader<ReminderWithdrawn> reader =
            new EventReader<>(ReminderWithdrawn.class, Topics.REMINDER_WITHDRAWN);
    private final Withdrawals withdrawals;
    private final BatchIntake intake;
    private final ExpiryLoop worthless;
    private final SentByHandLoop sentByHand;

    WithdrawalListener(
            Withdrawals withdrawals,
            BatchIntake intake,
            ExpiryLoop worthless,
            SentByHandLoop sentByHand) {
        this.withdrawals = withdrawals;
        this.intake = intake;
        this.worthless = worthless;
        this.sentByHand = sentByHand;
    }

    @ActsForService("consume-reminder-withdrawn")
    @Incoming("reminder-withdrawn")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 100)
    public void receive(ConsumerRecords<String, byte[]> records) {
        intake.take(records, reader, withdrawals::store);
        closeWhatTheyEnd();
    }

    /** What fails here fails because of other records, and is tried again by the clock. */
    private void closeWhatTheyEnd() {
        try {
            worthless.closeAll();
            sentByHand.settleAll();
        } catch (RuntimeException e) {
            LOG.warnf("what was withdrawn is ended later: %s", e.getClass().getName());
        }
    }
}
