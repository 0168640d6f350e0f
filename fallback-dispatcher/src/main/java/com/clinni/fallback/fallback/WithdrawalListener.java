package com.clinni.fallback.fallback;

import com.clinni.events.EventReader;
import com.clinni.events.Reading;
import com.clinni.events.ReminderWithdrawn;
import com.clinni.events.Topics;
import com.clinni.events.kafka.Publication;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Hears of moved and cancelled visits, and of what a person sent by hand. */
@ApplicationScoped
public class WithdrawalListener {

    private static final Logger LOG = Logger.getLogger(WithdrawalListener.class);

    private record Heard(ConsumerRecord<String, byte[]> record, ReminderWithdrawn event) {}

    private final EventReader<ReminderWithdrawn> reader =
            new EventReader<>(ReminderWithdrawn.class, Topics.REMINDER_WITHDRAWN);
    private final Withdrawals withdrawals;
    private final Rejections rejections;
    private final Worthless worthless;
    private final SentByHand sentByHand;

    WithdrawalListener(
            Withdrawals withdrawals,
            Rejections rejections,
            Worthless worthless,
            SentByHand sentByHand) {
        this.withdrawals = withdrawals;
        this.rejections = rejections;
        this.worthless = worthless;
        this.sentByHand = sentByHand;
    }

    @Incoming("reminder-withdrawn")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 100)
    public void receive(ConsumerRecords<String, byte[]> records) {
        var heard = new ArrayList<Heard>();
        var rejected = new ArrayList<Publication>();
        for (var record : records) {
            try {
                switch (reader.read(record.headers(), record.value())) {
                    case Reading.Read(var event) -> heard.add(new Heard(record, event));
                    case Reading.Rejected<?> r -> rejected.add(rejections.of(record, r));
                }
            } catch (RuntimeException e) {
                rejected.add(rejections.of(record, e));
            }
        }
        Batch.store(
                heard,
                some -> withdrawals.store(some.stream().map(Heard::event).toList()),
                (one, failure) -> rejected.add(rejections.of(one.record(), failure)));
        rejections.add(rejected);
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
