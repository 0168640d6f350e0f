package com.clinni.system;

import com.clinni.events.DeliveryReported;
import com.clinni.events.EventReader;
import com.clinni.events.MessageRequested;
import com.clinni.events.Reading;
import com.clinni.events.Topics;
import com.clinni.events.kafka.Publication;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A service of somebody else's: it knows the events, a Kafka client, and nothing of ours. */
final class OtherService implements AutoCloseable {

    private static final String SOURCE = "/clinni/documents";

    private final EventReader<DeliveryReported> reader =
            new EventReader<>(DeliveryReported.class, Topics.DELIVERY_REPORTED);
    private final List<DeliveryReported> reports = new ArrayList<>();
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;

    OtherService(String brokers) {
        var servers = Map.<String, Object>of("bootstrap.servers", brokers);
        producer = new KafkaProducer<>(servers, new StringSerializer(), new ByteArraySerializer());
        consumer =
                new KafkaConsumer<>(servers, new StringDeserializer(), new ByteArrayDeserializer());
        var partitions =
                consumer.partitionsFor(Topics.DELIVERY_REPORTED).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    void request(MessageRequested message) {
        producer.send(Publication.of(message, SOURCE, message.requestedAt()).toRecord());
        producer.flush();
    }

    /** The states that were reported of a message so far. */
    List<String> reportsOn(String messageId) {
        for (var record : consumer.poll(Duration.ofMillis(200))) {
            if (messageId.equals(record.key())
                    && reader.read(record.headers(), record.value())
                            instanceof Reading.Read<DeliveryReported>(var report)) {
                reports.add(report);
            }
        }
        return reports.stream().map(report -> report.state().name()).toList();
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
