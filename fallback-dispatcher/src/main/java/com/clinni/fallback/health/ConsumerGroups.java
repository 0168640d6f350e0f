package com.clinni.fallback.health;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the broker knows of our consumers, whatever they think of themselves. */
@ApplicationScoped
class ConsumerGroups {

    private static final int LIMIT_MILLIS = 5_000;

    private final String servers;
    private Admin admin;

    ConsumerGroups(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        this.servers = servers;
    }

    /** One channel's group, and our name in it. */
    record Membership(String channel, String group, String consumer, Set<String> topics) {}

    /** The partitions that are ours or nobody's; another node's are its own business. */
    Map<TopicPartition, GroupPosition> positions(Membership of)
            throws ExecutionException, TimeoutException, InterruptedException {
        var partitions = partitionsOf(of.topics());
        partitions.removeAll(othersIn(of));
        var ends =
                get(
                        admin().listOffsets(
                                        partitions.stream()
                                                .collect(
                                                        Collectors.toMap(
                                                                p -> p, p -> OffsetSpec.latest())))
                                .all());
        var committed =
                get(admin().listConsumerGroupOffsets(of.group()).partitionsToOffsetAndMetadata());
        var positions = new HashMap<TopicPartition, GroupPosition>();
        ends.forEach(
                (partition, end) -> {
                    var at = committed.get(partition);
                    positions.put(
                            partition,
                            new GroupPosition(at == null ? 0 : at.offset(), end.offset()));
                });
        return positions;
    }

    private Set<TopicPartition> partitionsOf(Collection<String> topics)
            throws ExecutionException, TimeoutException, InterruptedException {
        return get(admin().describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(
                        topic ->
                                topic.partitions().stream()
                                        .map(p -> new TopicPartition(topic.name(), p.partition())))
                .collect(Collectors.toSet());
    }

    private Set<TopicPartition> othersIn(Membership of)
            throws ExecutionException, TimeoutException, InterruptedException {
        return members(of.group()).stream()
                .filter(member -> !member.clientId().equals(of.consumer()))
                .map(MemberDescription::assignment)
                .flatMap(assignment -> assignment.topicPartitions().stream())
                .collect(Collectors.toSet());
    }

    /** A group that nobody ever joined is one without members. */
    private Collection<MemberDescription> members(String group)
            throws ExecutionException, TimeoutException, InterruptedException {
        try {
            return get(admin().describeConsumerGroups(List.of(group)).all()).get(group).members();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return List.of();
            }
            throw e;
        }
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin =
                    Admin.create(
                            Map.of(
                                    AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                                    servers,
                                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                                    LIMIT_MILLIS,
                                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                                    LIMIT_MILLIS));
        }
        return admin;
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }

    private static <T> T get(KafkaFuture<T> answer)
            throws ExecutionException, TimeoutException, InterruptedException {
        return answer.get(LIMIT_MILLIS, TimeUnit.MILLISECONDS);
    }
}
