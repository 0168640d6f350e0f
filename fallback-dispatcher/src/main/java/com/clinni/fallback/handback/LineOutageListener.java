package com.clinni.fallback.handback;

import com.clinni.events.EventReader;
import com.clinni.events.OutageChanged;
import com.clinni.events.Topics;
import com.clinni.platform.access.ActsForService;
import com.clinni.platform.intake.BatchIntake;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Stores which lines cannot send, as whatsapp-dispatcher tells. */
@ApplicationScoped
public class LineOutageListener {

    private final EventReader<OutageChanged> reader =
            new EventReader<>(OutageChanged.class, Topics.OUTAGE_CHANGED);
    private final LineOutages outages;
    private final BatchIntake intake;

    LineOutageListener(LineOutages outages, BatchIntake intake) {
        this.outages = outages;
        this.intake = intake;
    }

    @ActsForService("consume-outage-changed")
    @Incoming("outage-changed")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 100)
    public void receive(ConsumerRecords<String, byte[]> records) {
        intake.take(records, reader, outages::store);
    }
}
