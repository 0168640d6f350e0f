package com.clinni.fallback.fallback;

import com.clinni.events.Reading;
import com.clinni.events.kafka.Publication;
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
    private final Intake intake;
    private final Rejections rejections;
    private final Clock clock;

    DirectReadyListener(ReadyMessages messages, Intake intake, Rejections rejections, Clock clock) {
        this.messages = messages;
        this.intake = intake;
        this.rejections = rejections;
        this.clock = clock;
    }

    @Incoming("direct-ready")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 100)
    public void receive(ConsumerRecords<String, byte[]> records) {
        var arrivals = new ArrayList<Arrival>();
        var rejected = new ArrayList<Publication>();
        for (var record : records) {
            try {
                switch (messages.read(record.headers(), record.value())) {
                    case Reading.Read(var ready) ->
                            arrivals.add(
                                    Arrival.direct(ready, RecordCopy.of(record), clock.instant()));
                    case Reading.Rejected<?> r -> rejected.add(rejections.of(record, r));
                }
            } catch (RuntimeException e) {
                rejected.add(rejections.of(record, e));
            }
        }
        intake.store(arrivals);
        rejections.add(rejected);
    }
}
