package com.clinni.fallback.fallback;

import com.clinni.events.EventReader;
import com.clinni.events.OptOutChanged;
import com.clinni.events.Reading;
import com.clinni.events.Topics;
import com.clinni.events.kafka.Publication;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of numbers that opted out, or in again. */
@ApplicationScoped
public class OptOutListener {

    private record Heard(ConsumerRecord<String, byte[]> record, OptOutChanged event) {}

    private final EventReader<OptOutChanged> reader =
            new EventReader<>(OptOutChanged.class, Topics.OPT_OUT_CHANGED);
    private final OptOuts optOuts;
    private final Rejections rejections;

    OptOutListener(OptOuts optOuts, Rejections rejections) {
        this.optOuts = optOuts;
        this.rejections = rejections;
    }

    @Incoming("opt-out-changed")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 100)
    public void receive(ConsumerRecords<String, byte[]> records) {
        var heard = new ArrayList<Heard>();
        var rejected = new ArrayList<Publication>();
        for (var record : records) {
            try {
                switch (reader.read(record.headers(), record.value())) {
                    case Reading.Read(var event) -> heard.add(new Heard(record, event));
                    case Reading.Rejected<?> r -> rejected.add(rejections.of(record, r));
                }
            } catch (RuntimeException e) {
                rejected.add(rejections.of(record, e));
            }
        }
        Batch.store(
                heard,
                some -> optOuts.store(some.stream().map(Heard::event).toList()),
                (one, failure) -> rejected.add(rejections.of(one.record(), failure)));
        rejections.add(rejected);
    }
}
