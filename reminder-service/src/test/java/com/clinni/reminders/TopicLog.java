package com.clinni.reminders;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/** Everything a topic holds, from its beginning, by a reader of its own. */
public final class TopicLog implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

    public TopicLog(String bootstrapServers, String topic) {
        consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrapServers,
                                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                                50),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        var partitions =
                consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Waits until that many records of a kind are there, and says which. */
    public List<ConsumerRecord<String, byte[]>> await(
            int count, Predicate<ConsumerRecord<String, byte[]>> wanted) {
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .atMost(Duration.ofSeconds(30))
                .until(() -> poll(wanted).size() >= count);
        return poll(wanted);
    }

    /** Waits until that many records with this key are there, and says which. */
    public List<ConsumerRecord<String, byte[]>> await(int count, String key) {
        return await(count, record -> key.equals(record.key()));
    }

    /** Waits until there is a record of each key, and says which there are. */
    public List<ConsumerRecord<String, byte[]>> awaitEach(Set<String> keys) {
        Predicate<ConsumerRecord<String, byte[]>> wanted = record -> keys.contains(record.key());
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () ->
                                poll(wanted).stream().map(ConsumerRecord::key).distinct().count()
                                        == keys.size());
        return poll(wanted);
    }

    /** Whether nothing with this key has been seen so far. */
    public boolean none(String key) {
        return poll(record -> key.equals(record.key())).isEmpty();
    }

    /** All that has been seen so far. */
    public List<ConsumerRecord<String, byte[]>> all() {
        return poll(record -> true);
    }

    private List<ConsumerRecord<String, byte[]>> poll(
            Predicate<ConsumerRecord<String, byte[]>> wanted) {
        consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
        return seen.stream().filter(wanted).toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
