package com.clinni.appointments.appointment.event;

import com.clinni.platform.access.ActsForService;
import com.clinni.platform.intake.BatchIntake;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes bookings of other services in. A lost database pauses intake; it must not stop it. */
@ApplicationScoped
class AppointmentChangedListener {

    private final BatchIntake intake;
    private final AppointmentEvents events;

    AppointmentChangedListener(BatchIntake intake, AppointmentEvents events) {
        this.intake = intake;
        this.events = events;
    }

    @ActsForService("consume-appointment-changed")
    @Incoming("appointment-changed")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 100)
    void receive(ConsumerRecords<String, byte[]> records) {
        intake.take(records, events::store);
    }
}
