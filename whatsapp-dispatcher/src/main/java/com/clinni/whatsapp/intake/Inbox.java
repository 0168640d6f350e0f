package com.clinni.whatsapp.intake;

import com.clinni.events.EventReader;
import com.clinni.events.MessageReady;
import com.clinni.events.Reading.Read;
import com.clinni.events.Reading.Rejected;
import com.clinni.events.Topics;
import com.clinni.platform.access.ActsForService;
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

/**
 * Takes messages in. Storing is idempotent by reminder id and generation, so a redelivery is a
 * no-op and a replay is not. Nothing here calls anybody.
 */
@ApplicationScoped
class Inbox {

    private final EventReader<MessageReady> reader =
            new EventReader<>(MessageReady.class, Topics.WHATSAPP_READY);
    private final Intake intake;
    private final DeadLetterPublisher deadLetters;
    private final BatchIntake batches;

    Inbox(Intake intake, DeadLetterPublisher deadLetters, BatchIntake batches) {
        this.intake = intake;
        this.deadLetters = deadLetters;
        this.batches = batches;
    }

    /** A lost database pauses intake; it must not stop the channel. */
    @ActsForService("consume-whatsapp-ready")
    @Incoming("whatsapp-ready")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 100)
    void receive(ConsumerRecords<String, byte[]> records) {
        batches.take(records, this::store);
    }

    private void store(List<ConsumerRecord<String, byte[]>> batch) {
        var arrivals = new ArrayList<Arrival>();
        for (var record : batch) {
            switch (reader.read(record.headers(), record.value())) {
                case Read<MessageReady>(var message) -> arrivals.add(new Arrival(message, record));
                case Rejected<MessageReady>(var cause, var field) ->
                        deadLetters.bury(record, cause, field);
            }
        }
        intake.store(arrivals);
    }
}
