package com.clinni.fallback.preferences;

import com.clinni.events.EventReader;
import com.clinni.events.OptOutChanged;
import com.clinni.events.Topics;
import com.clinni.platform.access.ActsForService;
import com.clinni.platform.intake.BatchIntake;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Stores opt-outs and opt-ins of phone numbers that whatsapp-dispatcher reports. */
@ApplicationScoped
public class OptOutListener {

    private final EventReader<OptOutChanged> reader =
            new EventReader<>(OptOutChanged.class, Topics.OPT_OUT_CHANGED);
    private final PhoneOptOuts optOuts;
    private final BatchIntake intake;

    OptOutListener(PhoneOptOuts optOuts, BatchIntake intake) {
        this.optOuts = optOuts;
        this.intake = intake;
    }

    @ActsForService("consume-opt-out-changed")
    @Incoming("opt-out-changed")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 100)
    public void receive(ConsumerRecords<String, byte[]> records) {
        intake.take(records, reader, optOuts::store);
    }
}
