package com.clinni.fallback.intake;

import com.clinni.events.MessageReady;
import com.clinni.events.Reading;
import com.clinni.fallback.message.Messages;
import com.clinni.fallback.message.NewMessage;
import com.clinni.fallback.message.RecordCopy;
import com.clinni.fallback.policy.FallbackPolicy;
import com.clinni.fallback.policy.PolicyContext;
import com.clinni.fallback.policy.ReadyMessages;
import com.clinni.platform.access.ActsForService;
import com.clinni.platform.intake.BatchIntake;
import com.clinni.platform.intake.DeadLetterPublisher;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Takes in messages whose clinic chose e-mail or SMS. A lost database pauses it, nothing stops it.
 */
@ApplicationScoped
public class DirectReadyListener {

    private final ReadyMessages ready;
    private final Messages messages;
    private final BatchIntake batches;
    private final DeadLetterPublisher deadLetters;
    private final Clock clock;

    DirectReadyListener(
            ReadyMessages ready,
            Messages messages,
            BatchIntake batches,
            DeadLetterPublisher deadLetters,
            Clock clock) {
        this.ready = ready;
        this.messages = messages;
        this.batches = batches;
        this.deadLetters = deadLetters;
        this.clock = clock;
    }

    @ActsForService("consume-direct-ready")
    @Incoming("direct-ready")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 100)
    public void receive(ConsumerRecords<String, byte[]> records) {
        batches.take(records, this::store);
    }

    private void store(List<ConsumerRecord<String, byte[]>> batch) {
        var arrivals = new ArrayList<NewMessage>();
        for (var record : batch) {
            switch (ready.read(record.headers(), record.value())) {
                case Reading.Read(var message) ->
                        arrivals.add(arrived(message, RecordCopy.of(record)));
                case Reading.Rejected<MessageReady>(var cause, var field) ->
                        deadLetters.bury(record, cause, field);
            }
        }
        messages.add(arrivals);
    }

    private NewMessage arrived(MessageReady message, RecordCopy copy) {
        var now = clock.instant();
        var next = FallbackPolicy.next(PolicyContext.of(message, null, now));
        return NewMessage.direct(message, copy, next, now);
    }
}
