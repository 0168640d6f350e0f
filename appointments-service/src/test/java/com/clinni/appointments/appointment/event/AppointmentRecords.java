package com.clinni.appointments.appointment.event;

import com.clinni.events.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Records as another service would have published them. */
final class AppointmentRecords {

    static final String CANCELLED =
            "{\"change\":\"CANCELLED\",\"clinicId\":\"%s\",\"appointmentId\":\"%s\",\"version\":%d}";

    private static final TopicPartition PARTITION =
            new TopicPartition(Topics.APPOINTMENT_CHANGED, 0);

    private AppointmentRecords() {}

    static String booked(String clinic, String visit, long version, String startsAt) {
        return """
        {"change":"BOOKED","clinicId":"%s","appointmentId":"%s","version":%d,"startsAt":"%s",
         "patient":{"patientId":"p-1","firstName":"Ana","phone":"600 000 123",
                    "email":"ana@example.com"}}
        """
                .formatted(clinic, visit, version, startsAt);
    }

    static String moved(String clinic, String visit, long version, String startsAt) {
        return """
        {"change":"MOVED","clinicId":"%s","appointmentId":"%s","version":%d,"startsAt":"%s"}
        """
                .formatted(clinic, visit, version, startsAt);
    }

    static List<Header> headers(String id) {
        return List.of(
                header("ce_specversion", "1.0"),
                header("ce_id", id),
                header("ce_source", "/clinni/booking-desk"),
                header("ce_type", Topics.APPOINTMENT_CHANGED));
    }

    static ConsumerRecord<String, byte[]> record(String id, String key, String value) {
        return record(id, key, value.getBytes(StandardCharsets.UTF_8));
    }

    static ConsumerRecord<String, byte[]> record(String id, String key, byte[] value) {
        return new ConsumerRecord<>(
                PARTITION.topic(),
                PARTITION.partition(),
                0L,
                0L,
                TimestampType.CREATE_TIME,
                0,
                value == null ? -1 : value.length,
                key,
                value,
                new RecordHeaders(headers(id)),
                Optional.empty());
    }

    @SuppressWarnings("unchecked")
    static ConsumerRecords<String, byte[]> batch(ConsumerRecord<?, ?>... records) {
        var batch = new ArrayList<ConsumerRecord<String, byte[]>>();
        for (var record : records) {
            batch.add((ConsumerRecord<String, byte[]>) record);
        }
        return new ConsumerRecords<>(
                new HashMap<>(Map.of(PARTITION, List.copyOf(batch))), Map.of());
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
