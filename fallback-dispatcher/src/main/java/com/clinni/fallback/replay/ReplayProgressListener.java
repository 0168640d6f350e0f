package com.clinni.fallback.replay;

import com.clinni.events.DeliveryReported;
import com.clinni.events.EventReader;
import com.clinni.events.Topics;
import com.clinni.platform.access.ActsForService;
import com.clinni.platform.intake.BatchIntake;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what became of messages that were sent again, as other services report it. */
@ApplicationScoped
public class ReplayProgressListener {

    private final EventReader<DeliveryReported> reader =
            new EventReader<>(DeliveryReported.class, Topics.DELIVERY_REPORTED);
    private final ReplayProgress progress;
    private final BatchIntake intake;

    ReplayProgressListener(ReplayProgress progress, BatchIntake intake) {
        this.progress = progress;
        this.intake = intake;
    }

    @ActsForService("consume-delivery-reported")
    @Incoming("delivery-reported")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 100)
    public void receive(ConsumerRecords<String, byte[]> records) {
        intake.take(records, reader, progress::store);
    }
}
