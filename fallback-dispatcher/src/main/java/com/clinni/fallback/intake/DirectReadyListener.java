package com.clinni.fallback.intake;

import com.clinni.events.MessageReady;
import com.clinni.events.Reading;
import com.clinni.events.kafka.Publication;
import com.clinni.fallback.fallback.Rejections;
import com.clinni.fallback.message.NewMessage;
import com.clinni.fallback.message.RecordCopy;
import com.clinni.fallback.policy.FallbackPolicy;
import com.clinni.fallback.policy.PolicyContext;
import com.clinni.fallback.policy.ReadyMessages;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Takes in messages whose clinic chose e-mail or SMS. A lost database pauses it, nothing stops it.
 */
@ApplicationScoped
public class DirectReadyListener {

    private final ReadyMessages messages;
    private final MessageIntake intake;
    private final Rejections rejections;
    private final Clock clock;

    DirectReadyListener(
            ReadyMessages messages, MessageIntake intake, Rejections rejections, Clock clock) {
        this.messages = messages;
        this.intake = intake;
        this.rejections = rejections;
        this.clock = clock;
    }

    @Incoming("direct-ready")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 100)
    public void receive(ConsumerRecords<String, byte[]> records) {
        var arrivals = new ArrayList<NewMessage>();
        var rejected = new ArrayList<Publication>();
        for (var record : records) {
            try {
                switch (messages.read(record.headers(), record.value())) {
                    case Reading.Read(var ready) ->
                            arrivals.add(arrived(ready, RecordCopy.of(record)));
                    case Reading.Rejected<?> r -> rejected.add(rejections.of(record, r));
                }
            } catch (RuntimeException e) {
                rejected.add(rejections.of(record, e));
            }
        }
        intake.store(arrivals);
        rejections.add(rejected);
    }

    private NewMessage arrived(MessageReady message, RecordCopy copy) {
        var now = clock.instant();
        var next = FallbackPolicy.next(PolicyContext.of(message, null, now));
        return NewMessage.direct(message, copy, next, now);
    }
}
