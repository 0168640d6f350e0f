package com.clinni.platform.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Positions as the broker knows them: a consumer that hangs would not answer. */
@ApplicationScoped
public class ConsumerPositions {

    private static final int LIMIT_SECONDS = 5;

    private final Admin admin;

    ConsumerPositions(Admin admin) {
        this.admin = admin;
    }

    /** Where this node's consumer of a channel stands, by partition. */
    Map<TopicPartition, ConsumerPosition> of(IncomingChannel channel)
            throws ExecutionException, TimeoutException, InterruptedException {
        return of(channel.group(), ofThisNode(channel));
    }

    /** The positions of a group in every partition of a topic, whichever node reads it. */
    public Map<TopicPartition, ConsumerPosition> of(String group, String topic)
            throws ExecutionException, TimeoutException, InterruptedException {
        return of(group, partitions(Set.of(topic)));
    }

    private Map<TopicPartition, ConsumerPosition> of(String group, Set<TopicPartition> ours)
            throws ExecutionException, TimeoutException, InterruptedException {
        var committed = get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        var begins = offsets(ours, OffsetSpec.earliest());
        var ends = offsets(ours, OffsetSpec.latest());
        return ends.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                end -> {
                                    var at = committed.get(end.getKey());
                                    return new ConsumerPosition(
                                            at == null ? ConsumerPosition.NEVER : at.offset(),
                                            begins.getOrDefault(end.getKey(), 0L),
                                            end.getValue());
                                }));
    }

    /** Those assigned to this node; if it has left the group, those that are nobody's. */
    private Set<TopicPartition> ofThisNode(IncomingChannel channel)
            throws ExecutionException, TimeoutException, InterruptedException {
        var left = new HashSet<>(partitions(channel.topics()));
        for (var member : members(channel.group())) {
            var assigned = member.assignment().topicPartitions();
            if (channel.consumer().equals(member.clientId())) {
                return assigned;
            }
            left.removeAll(assigned);
        }
        return left;
    }

    /** A group that nobody ever joined is one without members. */
    private Collection<MemberDescription> members(String group)
            throws ExecutionException, TimeoutException, InterruptedException {
        try {
            return get(admin.describeConsumerGroups(List.of(group)).all()).values().stream()
                    .flatMap(described -> described.members().stream())
                    .toList();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return List.of();
            }
            throw e;
        }
    }

    private Set<TopicPartition> partitions(Set<String> topics)
            throws ExecutionException, TimeoutException, InterruptedException {
        return get(admin.describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(
                        topic ->
                                topic.partitions().stream()
                                        .map(p -> new TopicPartition(topic.name(), p.partition())))
                .collect(Collectors.toSet());
    }

    private Map<TopicPartition, Long> offsets(Set<TopicPartition> of, OffsetSpec which)
            throws ExecutionException, TimeoutException, InterruptedException {
        var wanted = of.stream().collect(Collectors.toMap(Function.identity(), _ -> which));
        return get(admin.listOffsets(wanted).all()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, found -> found.getValue().offset()));
    }

    private static <T> T get(KafkaFuture<T> answer)
            throws ExecutionException, TimeoutException, InterruptedException {
        return answer.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }
}
