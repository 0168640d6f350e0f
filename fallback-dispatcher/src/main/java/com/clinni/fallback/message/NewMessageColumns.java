package com.clinni.fallback.message;

import com.clinni.events.DeliveryReported;
import com.clinni.events.kafka.StoredHeaders;
import com.clinni.fallback.database.Parameters;
import java.time.Instant;
import java.util.List;

/** New messages as the columns of the statement that stores them. */
final class NewMessageColumns {

    private NewMessageColumns() {}

    static Parameters of(List<NewMessage> all, Instant now) {
        return Parameters.of("now", now)
                .and("sequence", DeliveryReported.FALLBACK_SEQUENCE_BASE + 1)
                .column("deliveries", "text", RecordCopy.DELIVERIES, topic -> topic)
                .column("ids", "uuid", all, NewMessage::id)
                .column("topics", "text", all, a -> a.copy().topic())
                .column("partitions", "int4", all, a -> a.copy().partition())
                .column("offsets", "int8", all, a -> a.copy().offset())
                .column("keys", "bytea", all, a -> a.copy().keyBytes())
                .column("headers", "bytea", all, a -> StoredHeaders.pack(a.copy().headers()))
                .column("values", "bytea", all, a -> a.copy().value())
                .column("reminders", "uuid", all, a -> a.subject().reminderId())
                .column("appointments", "text", all, a -> a.subject().appointmentId())
                .column("versions", "int8", all, a -> a.subject().appointmentVersion())
                .column("clinics", "text", all, a -> a.subject().clinicId())
                .column("generations", "int4", all, a -> a.subject().generation())
                .column("sendBefores", "timestamptz", all, NewMessage::sendBefore)
                .column("diedOf", "text", all, a -> a.death() == null ? null : a.death().cause())
                .column("fields", "text", all, a -> a.death() == null ? null : a.death().field())
                .column(
                        "diedAt",
                        "timestamptz",
                        all,
                        a -> a.death() == null ? null : a.death().at())
                .column("states", "text", all, NewMessage::state)
                .column("channels", "text", all, NewMessage::channel)
                .column("causes", "text", all, NewMessage::cause)
                .column("nextAts", "timestamptz", all, NewMessage::nextAt)
                .column("doubles", "bool", all, NewMessage::possibleDuplicate);
    }
}
