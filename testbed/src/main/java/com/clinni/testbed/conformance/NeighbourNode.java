package com.clinni.testbed.conformance;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Another node of the same group, which takes what comes and says so. */
final class NeighbourNode implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;

    NeighbourNode(String kafka, String group, Set<String> topics) {
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                kafka,
                                "group.id",
                                group,
                                "client.id",
                                "neighbour",
                                "heartbeat.interval.ms",
                                "300",
                                "auto.offset.reset",
                                "earliest",
                                "partition.assignment.strategy",
                                CooperativeStickyAssignor.class.getName()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        consumer.subscribe(topics);
    }

    Set<TopicPartition> takeSome() {
        if (!consumer.poll(POLL).isEmpty()) {
            consumer.commitSync();
        }
        return consumer.assignment();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
