package com.clinni.faultharness.run;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** The broker's consumer groups and topics, as their operator sees and changes them. */
public final class Groups implements AutoCloseable {

    private final Admin admin;

    public Groups(Stage stage) {
        var server = "127.0.0.1:" + stage.system().ports().kafka();
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, server));
    }

    public Set<String> names() throws ExecutionException, InterruptedException {
        return admin.listGroups().all().get().stream()
                .map(GroupListing::groupId)
                .collect(Collectors.toSet());
    }

    /** How far each group says that it is. */
    public Map<String, Map<TopicPartition, Long>> committed(Collection<String> groups)
            throws ExecutionException, InterruptedException {
        var committed = new HashMap<String, Map<TopicPartition, Long>>();
        for (var group : groups) {
            var offsets = new HashMap<TopicPartition, Long>();
            offsets(group).forEach((place, offset) -> offsets.put(place, offset.offset()));
            committed.put(group, offsets);
        }
        return committed;
    }

    /** The group was never there: no member, static ones included, has any of its services. */
    public void forget(String group) throws ExecutionException, InterruptedException {
        expelAll(group);
        admin.deleteConsumerGroups(Set.of(group)).all().get();
    }

    /** The group begins anew with the first record there is. */
    public void rewind(String group) throws ExecutionException, InterruptedException {
        expelAll(group);
        var places = offsets(group).keySet();
        var first =
                admin.listOffsets(
                                places.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        p -> p, p -> OffsetSpec.earliest())))
                        .all()
                        .get();
        var rewound = new HashMap<TopicPartition, OffsetAndMetadata>();
        first.forEach((place, info) -> rewound.put(place, new OffsetAndMetadata(info.offset())));
        admin.alterConsumerGroupOffsets(group, rewound).all().get();
    }

    /** Every topic gets so many partitions more, so that keys go elsewhere from now on. */
    public void addPartitions(int more) throws ExecutionException, InterruptedException {
        var topics = admin.describeTopics(admin.listTopics().names().get()).allTopicNames().get();
        var wanted = new HashMap<String, NewPartitions>();
        topics.forEach(
                (name, topic) ->
                        wanted.put(
                                name, NewPartitions.increaseTo(topic.partitions().size() + more)));
        admin.createPartitions(wanted).all().get();
    }

    @Override
    public void close() {
        admin.close();
    }

    private Map<TopicPartition, OffsetAndMetadata> offsets(String group)
            throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(group).get();
    }

    /** Static members do not leave when they end. */
    private void expelAll(String group) throws ExecutionException, InterruptedException {
        var all = new RemoveMembersFromConsumerGroupOptions();
        var described = admin.describeConsumerGroups(Set.of(group)).all().get().values();
        if (described.stream().anyMatch(each -> !each.members().isEmpty())) {
            admin.removeMembersFromConsumerGroup(group, all).all().get();
        }
    }
}
