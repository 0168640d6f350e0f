package com.clinni.appointments;

import com.clinni.events.kafka.CloudEventHeaders;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Everything a topic holds at this moment. */
@ApplicationScoped
public class KafkaLog {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    private final Map<String, Tail> tails = new HashMap<>();

    private record Tail(
            KafkaConsumer<String, byte[]> consumer, List<ConsumerRecord<String, byte[]>> records) {}

    public List<ConsumerRecord<String, byte[]>> of(String topic, String key) {
        return all(topic).stream().filter(record -> key.equals(record.key())).toList();
    }

    public synchronized List<ConsumerRecord<String, byte[]>> all(String topic) {
        var tail = tails.computeIfAbsent(topic, this::open);
        var consumer = tail.consumer();
        var ends = consumer.endOffsets(consumer.assignment());
        while (ends.keySet().stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
            consumer.poll(Duration.ofMillis(200)).forEach(tail.records()::add);
        }
        return List.copyOf(tail.records());
    }

    public static String header(ConsumerRecord<String, byte[]> record, String name) {
        return CloudEventHeaders.text(record.headers(), name).orElse(null);
    }

    private Tail open(String topic) {
        var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers", servers, "fetch.max.wait.ms", 50),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        var partitions =
                consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return new Tail(consumer, new ArrayList<>());
    }

    @PreDestroy
    void close() {
        tails.values().forEach(tail -> tail.consumer().close());
    }
}
