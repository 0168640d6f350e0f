package com.clinni.reminders.clinic;

import com.clinni.events.ClinicProfile;
import com.clinni.events.EventReader;
import com.clinni.events.Reading;
import com.clinni.events.Topics;
import com.clinni.events.kafka.DeadLetters;
import com.clinni.events.kafka.Publication;
import com.clinni.platform.kafka.EventPublisher;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Keeps up with the clinics. A lost database or broker pauses it, nothing stops it. */
@ApplicationScoped
class ClinicProfileListener {

    private static final Logger LOG = Logger.getLogger(ClinicProfileListener.class);
    private static final String SERVICE = "reminder-service";

    private final EventReader<ClinicProfile> reader =
            new EventReader<>(ClinicProfile.class, Topics.CLINIC_PROFILE);
    private final ClinicProfiles profiles;
    private final EventPublisher publisher;
    private final Clock clock;

    ClinicProfileListener(ClinicProfiles profiles, EventPublisher publisher, Clock clock) {
        this.profiles = profiles;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Incoming("clinic-profile")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 100)
    void receive(ConsumerRecords<String, byte[]> records) {
        var told = new ArrayList<ClinicProfile>();
        var unusable = new ArrayList<Publication>();
        for (var record : records) {
            switch (reader.read(record.headers(), record.value())) {
                case Reading.Read<ClinicProfile>(var profile) -> told.add(profile);
                case Reading.Rejected<ClinicProfile> why -> unusable.add(deadLetter(record, why));
            }
        }
        if (!told.isEmpty()) {
            profiles.store(told);
        }
        if (!unusable.isEmpty()) {
            publisher.publish(unusable);
        }
    }

    private Publication deadLetter(
            ConsumerRecord<String, byte[]> record, Reading.Rejected<ClinicProfile> why) {
        LOG.warnf(
                "dead letter topic=%s cause=%s field=%s partition=%d offset=%d",
                record.topic(), why.cause(), why.field(), record.partition(), record.offset());
        return DeadLetters.of(
                new DeadLetters.Origin(record.topic(), record.partition(), record.offset()),
                record.key(),
                record.headers(),
                record.value(),
                DeadLetters.Death.of(why.cause(), why.field(), SERVICE, clock.instant()));
    }
}
