package com.clinni.fallback.deadletter;

import com.clinni.fallback.intake.MessageIntake;
import com.clinni.fallback.message.NewMessage;
import com.clinni.platform.access.ActsForService;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes in the dead letters of every topic. A lost database pauses it, nothing stops it. */
@ApplicationScoped
public class DeadLetterListener {

    private final DeadLetterReader autopsy;
    private final MessageIntake intake;

    DeadLetterListener(DeadLetterReader autopsy, MessageIntake intake) {
        this.autopsy = autopsy;
        this.intake = intake;
    }

    @ActsForService("consume-dead-letters")
    @Incoming("dead-letters")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 100)
    public void receive(ConsumerRecords<String, byte[]> records) {
        var arrivals = new ArrayList<NewMessage>();
        records.forEach(record -> arrivals.add(autopsy.examine(record)));
        intake.store(arrivals);
    }
}
