package com.clinni.testbed.conformance;

import java.util.ArrayList;
import java.util.Collection;
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

/** The records of some topics, put in and forgotten. None of them can be read as an event. */
final class TopicRecords implements AutoCloseable {

    private final Admin admin;
    private final KafkaProducer<String, byte[]> producer;
    private final List<TopicPartition> partitions;

    TopicRecords(String kafka, Collection<String> topics)
            throws ExecutionException, InterruptedException {
        this.admin = Admin.create(Map.of("bootstrap.servers", kafka));
        this.producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka),
                        new StringSerializer(),
                        new ByteArraySerializer());
        this.partitions =
                admin.describeTopics(topics).allTopicNames().get().values().stream()
                        .flatMap(
                                topic ->
                                        topic.partitions().stream()
                                                .map(
                                                        each ->
                                                                new TopicPartition(
                                                                        topic.name(),
                                                                        each.partition())))
                        .toList();
    }

    List<TopicPartition> partitions() {
        return partitions;
    }

    void sendTo(Collection<TopicPartition> some) throws ExecutionException, InterruptedException {
        var sent = new ArrayList<Future<?>>();
        for (var each : some) {
            sent.add(
                    producer.send(
                            new ProducerRecord<>(
                                    each.topic(),
                                    each.partition(),
                                    "conformance",
                                    new byte[] {1})));
        }
        for (var each : sent) {
            each.get();
        }
    }

    void sendToEveryPartition() throws ExecutionException, InterruptedException {
        sendTo(partitions);
    }

    /** The partitions are empty afterwards, but do not begin at 0. */
    void forgetAll() throws ExecutionException, InterruptedException {
        var latest =
                partitions.stream()
                        .collect(Collectors.toMap(each -> each, _ -> OffsetSpec.latest()));
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
