package com.clinni.whatsapp.optout;

import com.clinni.events.ClinicProfile;
import com.clinni.events.EventReader;
import com.clinni.events.Topics;
import com.clinni.platform.access.ActsForService;
import com.clinni.platform.intake.BatchIntake;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Stores which clinics there are. */
@ApplicationScoped
class KnownClinicListener {

    private final EventReader<ClinicProfile> reader =
            new EventReader<>(ClinicProfile.class, Topics.CLINIC_PROFILE);
    private final KnownClinics clinics;
    private final BatchIntake intake;

    KnownClinicListener(KnownClinics clinics, BatchIntake intake) {
        this.clinics = clinics;
        this.intake = intake;
    }

    @ActsForService("consume-clinic-profile")
    @Incoming("clinic-profile")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 100)
    void receive(ConsumerRecords<String, byte[]> records) {
        intake.take(records, reader, clinics::store);
    }
}
