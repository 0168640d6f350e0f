package com.clinni.appointments.delivery;

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

/** Applies the dispatchers' delivery reports to the history of reminders. */
@ApplicationScoped
class DeliveryListener {

    private final EventReader<DeliveryReported> reader =
            new EventReader<>(DeliveryReported.class, Topics.DELIVERY_REPORTED);
    private final BatchIntake intake;
    private final DeliveryReports reports;

    DeliveryListener(BatchIntake intake, DeliveryReports reports) {
        this.intake = intake;
        this.reports = reports;
    }

    @ActsForService("consume-delivery-reported")
    @Incoming("delivery-reported")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 100)
    void receive(ConsumerRecords<String, byte[]> records) {
        intake.take(records, reader, reports::store);
    }
}
