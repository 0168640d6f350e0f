package com.clinni.system;

import com.clinni.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** All records that the topics hold at one moment. */
record KafkaRecords(List<ConsumerRecord<String, byte[]>> all) {

    static KafkaRecords at(String bootstrapServers) {
        try (var consumer =
                new KafkaConsumer<String, byte[]>(
                        Map.of("bootstrap.servers", bootstrapServers),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            var partitions =
                    Topics.ALL.stream()
                            .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                            .map(each -> new TopicPartition(each.topic(), each.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var read = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofSeconds(1)).forEach(read::add);
            }
            return new KafkaRecords(read);
        }
    }

    /** Those whose value has a word in it. */
    List<ConsumerRecord<String, byte[]>> with(String word) {
        return all.stream()
                .filter(record -> record.value() != null && has(record.value(), word))
                .toList();
    }

    /** The keys and headers that have a word in them, each with its topic. */
    List<String> keysAndHeadersWith(String word) {
        return all.stream()
                .filter(
                        record ->
                                has(bytes(record.key()), word)
                                        || StreamSupport.stream(
                                                        record.headers().spliterator(), false)
                                                .anyMatch(header -> has(header.value(), word)))
                .map(record -> record.topic() + " " + record.key())
                .toList();
    }

    private static byte[] bytes(String key) {
        return key == null ? new byte[0] : key.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean has(byte[] bytes, String word) {
        return bytes != null
                && new String(bytes, StandardCharsets.UTF_8)
                        .toLowerCase(Locale.ROOT)
                        .contains(word.toLowerCase(Locale.ROOT));
    }
}
