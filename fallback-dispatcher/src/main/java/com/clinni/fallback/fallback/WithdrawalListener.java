package com.clinni.fallback.fallback;

import com.clinni.events.EventReader;
import com.clinni.events.Reading;
import com.clinni.events.ReminderWithdrawn;
import com.clinni.events.Topics;
import com.clinni.events.kafka.Publication;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of moved and cancelled visits. */
@ApplicationScoped
public class WithdrawalListener {

    private final EventReader<ReminderWithdrawn> reader =
            new EventReader<>(ReminderWithdrawn.class, Topics.REMINDER_WITHDRAWN);
    private final Withdrawals withdrawals;
    private final Rejections rejections;
    private final Worthless worthless;

    WithdrawalListener(Withdrawals withdrawals, Rejections rejections, Worthless worthless) {
        this.withdrawals = withdrawals;
        this.rejections = rejections;
        this.worthless = worthless;
    }

    @Incoming("reminder-withdrawn")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 100)
    public void receive(ConsumerRecords<String, byte[]> records) {
        var withdrawn = new ArrayList<ReminderWithdrawn>();
        var rejected = new ArrayList<Publication>();
        for (var record : records) {
            switch (reader.read(record.headers(), record.value())) {
                case Reading.Read(var event) -> withdrawn.add(event);
                case Reading.Rejected<?> r -> rejected.add(rejections.of(record, r));
            }
        }
        withdrawals.store(withdrawn);
        rejections.add(rejected);
        worthless.closeAll();
    }
}
