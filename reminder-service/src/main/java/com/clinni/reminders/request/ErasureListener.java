package com.clinni.reminders.request;

import com.clinni.events.EventReader;
import com.clinni.events.PatientErased;
import com.clinni.events.PatientErasureReported;
import com.clinni.events.Topics;
import com.clinni.events.kafka.Publication;
import com.clinni.platform.access.ActsForService;
import com.clinni.platform.intake.BatchIntake;
import com.clinni.platform.kafka.EventPublisher;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Erases patients. Only requests whose clinic is not known yet are kept here at all; what is
 * rendered is refused by the dispatchers.
 */
@ApplicationScoped
class ErasureListener {

    private static final String SERVICE = "reminder-service";

    private final EventReader<PatientErased> reader =
            new EventReader<>(PatientErased.class, Topics.PATIENT_ERASED);
    private final BatchIntake intake;
    private final WaitingRequests waiting;
    private final EventPublisher broker;
    private final Clock clock;

    ErasureListener(
            BatchIntake intake, WaitingRequests waiting, EventPublisher broker, Clock clock) {
        this.intake = intake;
        this.waiting = waiting;
        this.broker = broker;
        this.clock = clock;
    }

    @ActsForService("consume-patient-erased")
    @Incoming("patient-erased")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 100)
    void receive(ConsumerRecords<String, byte[]> records) {
        var erased = new ArrayList<PatientErased>();
        intake.take(
                records,
                reader,
                asked -> {
                    waiting.forget(asked);
                    erased.addAll(asked);
                });
        broker.publish(erased.stream().map(this::report).toList());
    }

    private Publication report(PatientErased asked) {
        var now = clock.instant();
        return Publication.of(
                new PatientErasureReported(asked.erasureId(), asked.clinicId(), SERVICE, now),
                "/clinni/" + SERVICE,
                now);
    }
}
