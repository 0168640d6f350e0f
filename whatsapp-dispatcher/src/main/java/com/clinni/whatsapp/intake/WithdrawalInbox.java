package com.clinni.whatsapp.intake;

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

/** Takes withdrawals in, whether their message is here already or not. */
@ApplicationScoped
class WithdrawalInbox {

    private final EventReader<ReminderWithdrawn> reader =
            new EventReader<>(ReminderWithdrawn.class, Topics.REMINDER_WITHDRAWN);
    private final Withdrawals withdrawals;
    private final BatchIntake batches;

    WithdrawalInbox(Withdrawals withdrawals, BatchIntake batches) {
        this.withdrawals = withdrawals;
        this.batches = batches;
    }

    @ActsForService("consume-reminder-withdrawn")
    @Incoming("reminder-withdrawn")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 100)
    void receive(ConsumerRecords<String, byte[]> records) {
        batches.take(records, reader, withdrawals::store);
    }
}
