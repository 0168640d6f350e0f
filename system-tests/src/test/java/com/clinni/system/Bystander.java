package com.clinni.system;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A member of a group that takes partitions, and reads nothing. */
final class Bystander {

    /** How long it may be deaf until the group goes on without it. */
    static final Duration DEAFNESS = Duration.ofSeconds(25);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final AtomicBoolean listens = new AtomicBoolean(true);
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread;
    private volatile Set<TopicPartition> partitions = Set.of();

    private Bystander(KafkaConsumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
        this.thread = Thread.ofPlatform().daemon().start(this::attend);
    }

    static Bystander joins(String group, Set<String> topics, String kafka) {
        var consumer =
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                kafka,
                                ConsumerConfig.GROUP_ID_CONFIG,
                                group,
                                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                                false,
                                ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG,
                                (int) DEAFNESS.toMillis(),
                                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                                CooperativeStickyAssignor.class.getName()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        consumer.subscribe(topics);
        return new Bystander(consumer);
    }

    Set<TopicPartition> partitions() {
        return partitions;
    }

    /** It beats on, but answers no call to rebalance. */
    void goesDeaf() {
        listens.set(false);
    }

    void leaves() throws InterruptedException {
        listens.set(false);
        end.countDown();
        thread.join();
    }

    private void attend() {
        try (consumer) {
            while (listens.get()) {
                consumer.poll(Duration.ofMillis(50));
                partitions = Set.copyOf(consumer.assignment());
                consumer.pause(partitions);
            }
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
