package com.clinni.fallback.message;

import com.clinni.events.DeliveryReported;
import com.clinni.events.kafka.CloudEventHeaders;
import com.clinni.events.kafka.StoredHeaders;
import com.clinni.fallback.message.KeptArrivals.Kept;
import com.clinni.platform.database.Columns;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** New messages as the columns of the statement that stores them. */
final class NewMessageColumns {

    private NewMessageColumns() {}

    static Map<String, @Nullable Object> of(Kept kept, Instant now) {
        return Columns.of(kept.arrivals())
                .put("patients", a -> patient(kept, a, RecordPatient::patientId))
                .put("madeAts", a -> patient(kept, a, RecordPatient::madeAt))
                .with("now", now)
                .with("sequence", DeliveryReported.FALLBACK_SEQUENCE_BASE + 1)
                .with("deliveries", RecordCopy.DELIVERIES)
                .put("ids", NewMessage::id)
                .put("topics", a -> a.copy().topic())
                .put("partitions", a -> a.copy().partition())
                .put("offsets", a -> a.copy().offset())
                .put("keys", a -> a.copy().keyBytes())
                .put("headers", a -> StoredHeaders.pack(a.copy().headers()))
                .put("values", a -> a.copy().value())
                .put("reminders", a -> a.subject().reminderId())
                .put("appointments", a -> a.subject().appointmentId())
                .put("versions", a -> a.subject().appointmentVersion())
                .put("clinics", a -> a.subject().clinicId())
                .put("generations", a -> a.subject().generation())
                .put("sendBefores", NewMessage::sendBefore)
                .put("diedOf", a -> a.death() == null ? null : a.death().cause())
                .put("fields", a -> a.death() == null ? null : a.death().field())
                .put("diedAt", a -> a.death() == null ? null : a.death().at())
                .put("replaysOf", a -> CloudEventHeaders.replayOf(a.copy().headers()).orElse(null))
                .put("lines", a -> a.death() == null ? null : a.death().line())
                .put("states", NewMessage::state)
                .put("channels", NewMessage::channel)
                .put("causes", NewMessage::cause)
                .put("nextAts", NewMessage::nextAt)
                .put("doubles", NewMessage::possibleDuplicate)
                .map();
    }

    private static <T> @Nullable T patient(
            Kept kept, NewMessage arrival, Function<RecordPatient, T> part) {
        return Optional.ofNullable(kept.patients().get(arrival)).map(part).orElse(null);
    }
}
