package com.clinni.platform.erasure;

import com.clinni.events.EventReader;
import com.clinni.events.PatientErased;
import com.clinni.events.Topics;
import com.clinni.platform.access.ActsForService;
import com.clinni.platform.intake.BatchIntake;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes in the orders to erase patients. */
@ApplicationScoped
class ErasureListener {

    private final EventReader<PatientErased> reader =
            new EventReader<>(PatientErased.class, Topics.PATIENT_ERASED);
    private final BatchIntake intake;
    private final Erasures erasures;

    ErasureListener(BatchIntake intake, Erasures erasures) {
        this.intake = intake;
        this.erasures = erasures;
    }

    @ActsForService("consume-patient-erased")
    @Incoming("patient-erased")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 100)
    void receive(ConsumerRecords<String, byte[]> records) {
        intake.take(records, reader, erasures::ask);
    }
}
