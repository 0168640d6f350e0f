package com.clinni.appointments.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * The progress of the consumers that must have read an event before a report about it can be
 * expected.
 */
@ApplicationScoped
public class DownstreamProgress {

    private static final long NOTHING_SINCE = -1;
    private static final int LIMIT_SECONDS = 3;

    private final Admin admin;

    DownstreamProgress(Admin admin) {
        this.admin = admin;
    }

    /**
     * Whether every group has taken in all that its topic was given before a moment. False when
     * Kafka cannot be asked.
     *
     * @param topicOfGroup each group and the topic it reads
     */
    public boolean haveTaken(Map<String, String> topicOfGroup, Instant before) {
        try {
            for (var follower : topicOfGroup.entrySet()) {
                if (!hasTaken(follower.getKey(), follower.getValue(), before)) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            return false;
        }
    }

    /** A partition without a commit was read up to its beginning, wherever that is now. */
    private boolean hasTaken(String group, String topic, Instant before)
            throws ExecutionException, TimeoutException, InterruptedException {
        var partitions = partitions(topic);
        var ends = offsets(partitions, OffsetSpec.latest());
        var begins = offsets(partitions, OffsetSpec.earliest());
        var later = offsets(partitions, OffsetSpec.forTimestamp(before.toEpochMilli()));
        var committed = get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        return partitions.stream()
                .allMatch(
                        each -> {
                            var begin = begins.get(each);
                            var end = ends.get(each);
                            var needed = later.get(each);
                            if (begin == null || end == null || needed == null) {
                                return false;
                            }
                            var at = committed.get(each);
                            var taken = at == null ? begin : Math.max(begin, at.offset());
                            return taken >= (needed == NOTHING_SINCE ? end : needed);
                        });
    }

    private Set<TopicPartition> partitions(String topic)
            throws ExecutionException, TimeoutException, InterruptedException {
        return get(admin.describeTopics(List.of(topic)).allTopicNames()).values().stream()
                .flatMap(described -> described.partitions().stream())
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .collect(Collectors.toSet());
    }

    /** {@link #NOTHING_SINCE} where there is nothing that the specification asks for. */
    private Map<TopicPartition, Long> offsets(Set<TopicPartition> of, OffsetSpec which)
            throws ExecutionException, TimeoutException, InterruptedException {
        var asked = of.stream().collect(Collectors.toMap(Function.identity(), _ -> which));
        return get(admin.listOffsets(asked).all()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().offset()));
    }

    private static <T> T get(KafkaFuture<T> answer)
            throws ExecutionException, TimeoutException, InterruptedException {
        return answer.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }
}
