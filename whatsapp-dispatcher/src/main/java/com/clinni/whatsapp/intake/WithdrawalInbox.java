package com.clinni.whatsapp.intake;

import com.clinni.events.EventReader;
import com.clinni.events.Reading.Read;
import com.clinni.events.Reading.Rejected;
import com.clinni.events.ReminderWithdrawn;
import com.clinni.events.Topics;
import com.clinni.platform.intake.BatchIntake;
import com.clinni.platform.intake.DeadLetterPublisher;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes withdrawals in, whether their message is here already or not. */
@ApplicationScoped
class WithdrawalInbox {

    private final EventReader<ReminderWithdrawn> reader =
            new EventReader<>(ReminderWithdrawn.class, Topics.REMINDER_WITHDRAWN);
    private final Withdrawals withdrawals;
    private final DeadLetterPublisher deadLetters;
    private final BatchIntake batches;

    WithdrawalInbox(Withdrawals withdrawals, DeadLetterPublisher deadLetters, BatchIntake batches) {
        this.withdrawals = withdrawals;
        this.deadLetters = deadLetters;
        this.batches = batches;
    }

    @Incoming("reminder-withdrawn")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 100)
    void receive(ConsumerRecords<String, byte[]> records) {
        batches.take(records, this::store);
    }

    private void store(List<ConsumerRecord<String, byte[]>> batch) {
        var withdrawn = new ArrayList<ReminderWithdrawn>();
        for (var record : batch) {
            switch (reader.read(record.headers(), record.value())) {
                case Read<ReminderWithdrawn>(var event) -> withdrawn.add(event);
                case Rejected<ReminderWithdrawn>(var cause, var field) ->
                        deadLetters.bury(record, cause, field);
            }
        }
        withdrawals.store(withdrawn);
    }
}
