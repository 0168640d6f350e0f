package com.clinni.reminders.clinic;

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

/** Keeps up with the clinics. A lost database or broker pauses it, nothing stops it. */
@ApplicationScoped
class ClinicProfileListener {

    private final EventReader<ClinicProfile> reader =
            new EventReader<>(ClinicProfile.class, Topics.CLINIC_PROFILE);
    private final ClinicProfiles profiles;
    private final BatchIntake intake;

    ClinicProfileListener(ClinicProfiles profiles, BatchIntake intake) {
        this.profiles = profiles;
        this.intake = intake;
    }

    @ActsForService("consume-clinic-profile")
    @Incoming("clinic-profile")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 100)
    void receive(ConsumerRecords<String, byte[]> records) {
        intake.take(records, reader, profiles::store);
    }
}
