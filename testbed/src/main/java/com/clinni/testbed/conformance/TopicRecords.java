package com.clinni.testbed.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** One topic's records, put in and forgotten. None of them can be read as an event. */
final class TopicRecords implements AutoCloseable {

    private final String topic;
    private final Admin admin;
    private final KafkaProducer<String, byte[]> producer;

    TopicRecords(String kafka, String topic) {
        this.topic = topic;
        this.admin = Admin.create(Map.of("bootstrap.servers", kafka));
        this.producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    List<Integer> partitions() throws ExecutionException, InterruptedException {
        return admin
                .describeTopics(List.of(topic))
                .allTopicNames()
                .get()
                .get(topic)
                .partitions()
                .stream()
                .map(each -> each.partition())
                .toList();
    }

    void sendTo(int partition) throws ExecutionException, InterruptedException {
        producer.send(new ProducerRecord<>(topic, partition, "conformance", new byte[] {1})).get();
    }

    void sendToEveryPartition() throws ExecutionException, InterruptedException {
        var sent = new ArrayList<Future<?>>();
        for (var partition : partitions()) {
            sent.add(
                    producer.send(
                            new ProducerRecord<>(topic, partition, "conformance", new byte[] {1})));
        }
        for (var each : sent) {
            each.get();
        }
    }

    /** The partitions are empty afterwards, but do not begin at 0. */
    void forgetAll() throws ExecutionException, InterruptedException {
        var latest =
                partitions().stream()
                        .collect(
                                Collectors.toMap(
                                        partition -> new TopicPartition(topic, partition),
                                        _ -> OffsetSpec.latest()));
        var ends =
                admin.listOffsets(latest).all().get().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        end ->
                                                RecordsToDelete.beforeOffset(
                                                        end.getValue().offset())));
        admin.deleteRecords(ends).all().get();
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
