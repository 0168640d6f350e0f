package com.clinni.fallback.fallback;

import com.clinni.events.Event;
import com.clinni.events.EventReader;
import com.clinni.events.Reading;
import com.clinni.events.kafka.Publication;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Takes in a batch of events of one topic. What cannot be read, or cannot be stored however often
 * it is tried, becomes a dead letter by itself, and the others go on.
 */
@ApplicationScoped
public class EventIntake {

    private final Rejections rejections;

    EventIntake(Rejections rejections) {
        this.rejections = rejections;
    }

    private record ReadRecord<T>(ConsumerRecord<String, byte[]> record, T event) {}

    /**
     * @param store keeps all of them or none; a repeat of what it kept changes nothing
     */
    public <T extends Event> void take(
            ConsumerRecords<String, byte[]> records,
            EventReader<T> reader,
            Consumer<List<T>> store) {
        var heard = new ArrayList<ReadRecord<T>>();
        var rejected = new ArrayList<Publication>();
        for (var record : records) {
            try {
                switch (reader.read(record.headers(), record.value())) {
                    case Reading.Read<T>(var event) -> heard.add(new ReadRecord<>(record, event));
                    case Reading.Rejected<T> why -> rejected.add(rejections.of(record, why));
                }
            } catch (RuntimeException e) {
                rejected.add(rejections.of(record, e));
            }
        }
        Batch.store(
                heard,
                some -> store.accept(some.stream().map(ReadRecord::event).toList()),
                (one, failure) -> rejected.add(rejections.of(one.record(), failure)));
        rejections.add(rejected);
    }
}
