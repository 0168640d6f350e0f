package com.clinni.whatsapp.consumers;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Asks the broker, not the consumers: a consumer that hangs would not answer. */
@ApplicationScoped
class Positions {

    private static final int MILLIS = 5_000;

    private final Map<String, Object> settings;
    private Admin admin;

    Positions(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        settings = new HashMap<>(kafka);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, MILLIS);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, MILLIS - 1);
    }

    /** Where this node's consumer of a channel stands, by partition. */
    Map<TopicPartition, Position> of(IncomingChannel channel)
            throws ExecutionException, InterruptedException {
        var group = admin().describeConsumerGroups(List.of(channel.group())).all().get();
        var all = partitions(channel.topic());
        var ours = ofThisNode(group.get(channel.group()), channel, all);
        var committed =
                admin().listConsumerGroupOffsets(channel.group())
                        .partitionsToOffsetAndMetadata()
                        .get();
        var begins = offsets(ours, OffsetSpec.earliest());
        var ends = offsets(ours, OffsetSpec.latest());
        return ours.stream()
                .collect(
                        Collectors.toMap(
                                partition -> partition,
                                partition -> {
                                    var at = committed.get(partition);
                                    return new Position(
                                            at == null ? begins.get(partition) : at.offset(),
                                            ends.get(partition));
                                }));
    }

    /** Those assigned to this node; if it has left the group, those that are nobody's. */
    private static Set<TopicPartition> ofThisNode(
            ConsumerGroupDescription group, IncomingChannel channel, Set<TopicPartition> all) {
        var left = new HashSet<>(all);
        for (var member : group.members()) {
            var assigned = member.assignment().topicPartitions();
            if (channel.consumer().equals(member.clientId())) {
                return assigned;
            }
            left.removeAll(assigned);
        }
        return left;
    }

    private Set<TopicPartition> partitions(String topic)
            throws ExecutionException, InterruptedException {
        var described = admin().describeTopics(List.of(topic)).allTopicNames().get().get(topic);
        return described.partitions().stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .collect(Collectors.toSet());
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> of, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        var wanted = of.stream().collect(Collectors.toMap(partition -> partition, _ -> which));
        return admin().listOffsets(wanted).all().get().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, found -> found.getValue().offset()));
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(settings);
        }
        return admin;
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close();
        }
    }
}
