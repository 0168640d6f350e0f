package com.clinni.appointments.outage;

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

/** Stores outages of lines for the clinics' reports. */
@ApplicationScoped
class OutageListener {

    private final EventReader<OutageChanged> reader =
            new EventReader<>(OutageChanged.class, Topics.OUTAGE_CHANGED);
    private final BatchIntake intake;
    private final OutageReports outages;

    OutageListener(BatchIntake intake, OutageReports outages) {
        this.intake = intake;
        this.outages = outages;
    }

    @ActsForService("consume-outage-changed")
    @Incoming("outage-changed")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 100)
    void receive(ConsumerRecords<String, byte[]> records) {
        intake.take(records, reader, outages::store);
    }
}
