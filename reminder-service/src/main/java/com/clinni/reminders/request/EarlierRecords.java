package com.clinni.reminders.request;

import com.clinni.events.Topics;
import com.clinni.platform.kafka.ConsumerPosition;
import com.clinni.platform.kafka.ConsumerPositions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The records that stood in this service's topics when an erasure was first looked at. Whatever was
 * published before the erasure is among them.
 */
@ApplicationScoped
class EarlierRecords {

    private final ConsumerPositions positions;
    private final Map<String, String> topicOfGroup;
    private final Map<UUID, Map<TopicPartition, Long>> ends = new ConcurrentHashMap<>();

    EarlierRecords(
            ConsumerPositions positions,
            @ConfigProperty(name = "mp.messaging.incoming.reminder-due.group.id") String reminders,
            @ConfigProperty(name = "mp.messaging.incoming.message-requested.group.id")
                    String requests) {
        this.positions = positions;
        this.topicOfGroup =
                Map.of(reminders, Topics.REMINDER_DUE, requests, Topics.MESSAGE_REQUESTED);
    }

    /** True when this service has read them all; false when Kafka cannot be asked. */
    boolean areRead(UUID erasureId) {
        try {
            var now = positions();
            var needed = ends.computeIfAbsent(erasureId, _ -> endsOf(now));
            var areRead =
                    needed.entrySet().stream().allMatch(end -> isRead(now.get(end.getKey()), end));
            if (areRead) {
                ends.remove(erasureId);
            }
            return areRead;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            return false;
        }
    }

    private Map<TopicPartition, ConsumerPosition> positions()
            throws ExecutionException, TimeoutException, InterruptedException {
        var all = new HashMap<TopicPartition, ConsumerPosition>();
        for (var each : topicOfGroup.entrySet()) {
            all.putAll(positions.of(each.getKey(), each.getValue()));
        }
        return all;
    }

    private static Map<TopicPartition, Long> endsOf(Map<TopicPartition, ConsumerPosition> now) {
        var ends = new HashMap<TopicPartition, Long>();
        now.forEach((partition, position) -> ends.put(partition, position.end()));
        return ends;
    }

    private static boolean isRead(
            @Nullable ConsumerPosition position, Map.Entry<TopicPartition, Long> end) {
        return position != null && position.next() >= end.getValue();
    }
}
