package com.clinni.appointments.erasure;

import com.clinni.events.EventReader;
import com.clinni.events.PatientErasureReported;
import com.clinni.events.Topics;
import com.clinni.platform.access.ActsForService;
import com.clinni.platform.intake.BatchIntake;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps which services have erased. */
@ApplicationScoped
class ErasureReportListener {

    private final EventReader<PatientErasureReported> reader =
            new EventReader<>(PatientErasureReported.class, Topics.PATIENT_ERASURE_REPORTED);
    private final BatchIntake intake;
    private final ErasureProgress progress;

    ErasureReportListener(BatchIntake intake, ErasureProgress progress) {
        this.intake = intake;
        this.progress = progress;
    }

    @ActsForService("consume-patient-erasure-reported")
    @Incoming("patient-erasure-reported")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 100)
    void receive(ConsumerRecords<String, byte[]> records) {
        intake.take(records, reader, progress::store);
    }
}
