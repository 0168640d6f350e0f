package com.clinni.appointments.reminder.sweep;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** The services that follow, as far as their consumer groups tell of them. */
record DownstreamGroups(Admin admin, Map<String, String> topicOfGroup) {

    private static final String OURS = "appointments-service";

    /** Every group but our own commits the end of its topic. */
    void takeAll() throws Exception {
        for (var follower : topicOfGroup.entrySet()) {
            if (!follower.getKey().startsWith(OURS)) {
                take(follower.getKey(), follower.getValue());
            }
        }
    }

    /** As if the broker's disk had lost it. */
    void lose(ConsumerRecord<?, ?> record) throws Exception {
        admin.deleteRecords(
                        Map.of(
                                new TopicPartition(record.topic(), record.partition()),
                                RecordsToDelete.beforeOffset(record.offset() + 1)))
                .all()
                .get();
    }

    private void take(String group, String topic) throws Exception {
        var partitions = admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
        var ends =
                admin.listOffsets(
                                partitions.partitions().stream()
                                        .collect(
                                                Collectors.toMap(
                                                        each ->
                                                                new TopicPartition(
                                                                        topic, each.partition()),
                                                        each -> OffsetSpec.latest())))
                        .all()
                        .get();
        admin.alterConsumerGroupOffsets(
                        group,
                        ends.entrySet().stream()
                                .collect(
                                        Collectors.toMap(
                                                Map.Entry::getKey,
                                                each ->
                                                        new OffsetAndMetadata(
                                                                each.getValue().offset()))))
                .all()
                .get();
    }
}
