package com.clinni.fallback.message;

import com.clinni.events.Topics;
import com.clinni.events.kafka.DeadLetters.Origin;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A record as it came, and where it was first consumed: what a replay sends on.
 *
 * @param topic where a replay sends it
 */
public record RecordCopy(
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        Headers headers,
        byte @Nullable [] value) {

    /** What is on its way to a patient: one per generation of a reminder. */
    public static final Set<String> DELIVERIES =
            Set.of(
                    Topics.REMINDER_DUE,
                    Topics.MESSAGE_REQUESTED,
                    Topics.WHATSAPP_READY,
                    Topics.DIRECT_READY);

    /** Topics that other services send to; they are told of what cannot be used. */
    private static final Set<String> SENT_BY_OTHERS =
            Set.of(Topics.MESSAGE_REQUESTED, Topics.APPOINTMENT_CHANGED);

    /**
     * The id under which somebody is told what becomes of a record; none where nobody is. An event
     * of another service that is no message we know has its place's.
     */
    static @Nullable UUID reportedAs(@Nullable UUID reminderId, Origin origin) {
        if (reminderId != null && isDelivery(origin.topic())) {
            return reminderId;
        }
        return isSentByOthers(origin.topic()) ? origin.reportId() : null;
    }

    static boolean isSentByOthers(String topic) {
        return SENT_BY_OTHERS.contains(topic);
    }

    static boolean isDelivery(String topic) {
        return DELIVERIES.contains(topic);
    }

    public static RecordCopy of(ConsumerRecord<String, byte[]> record) {
        return new RecordCopy(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                record.headers(),
                record.value());
    }

    RecordCopy withoutValue() {
        return new RecordCopy(topic, partition, offset, key, headers, null);
    }

    Origin origin() {
        return new Origin(topic, partition, offset);
    }

    byte @Nullable [] keyBytes() {
        return key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "RecordCopy[" + topic + "-" + partition + "@" + offset + "]";
    }
}
