package com.clinni.reminders.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Where topics begin and end, and how far a group has come. */
@ApplicationScoped
class Positions {

    private static final int PATIENCE_SECONDS = 3;

    private final Admin admin;

    Positions(Admin admin) {
        this.admin = admin;
    }

    /** Kafka did not say. */
    static final class Unknown extends Exception {

        private static final long serialVersionUID = 1;

        Unknown(Exception cause) {
            super(cause.getClass().getSimpleName(), cause);
        }
    }

    List<TopicPartition> partitions(String topic) throws Unknown {
        return ask(admin.describeTopics(List.of(topic)).topicNameValues().get(topic))
                .partitions()
                .stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    /** -1 where there is nothing that the specification asks for. */
    Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec which)
            throws Unknown {
        var asked =
                partitions.stream().collect(Collectors.toMap(Function.identity(), each -> which));
        return ask(admin.listOffsets(asked).all()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().offset()));
    }

    /** What the group committed; partitions without a commit are left out. */
    Map<TopicPartition, Long> committed(String group) throws Unknown {
        return ask(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .entrySet()
                .stream()
                .filter(each -> each.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().offset()));
    }

    private static <T> T ask(KafkaFuture<T> answer) throws Unknown {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unknown(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new Unknown(e);
        }
    }
}
