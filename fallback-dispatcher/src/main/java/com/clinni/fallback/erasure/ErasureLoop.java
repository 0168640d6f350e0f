package com.clinni.fallback.erasure;

import com.clinni.events.DeliveryState;
import com.clinni.events.PatientErasureReported;
import com.clinni.fallback.message.Messages;
import com.clinni.platform.access.ActsForService;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import com.clinni.platform.outbox.Outbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Erases patients. What waits, or needs attention, is withdrawn, so that nobody sends it again;
 * what is under way is let end, so an erasure may take several looks. It is told when nothing of
 * the patient is left.
 */
@ApplicationScoped
class ErasureLoop {

    private static final String SERVICE = "fallback-dispatcher";
    private static final int BATCH = 20;
    private static final Sql OPEN = Sql.named("erasure/open");
    private static final Sql WAITING = Sql.named("erasure/waiting");
    private static final Sql FORGET = Sql.named("erasure/forget-records");
    private static final Sql LEFT = Sql.named("erasure/left");
    private static final Sql REPORTED = Sql.named("erasure/reported");

    private final Database database;
    private final Messages messages;
    private final Outbox outbox;
    private final Clock clock;

    ErasureLoop(Database database, Messages messages, Outbox outbox, Clock clock) {
        this.database = database;
        this.messages = messages;
        this.outbox = outbox;
        this.clock = clock;
    }

    private record Open(UUID erasureId, String clinicId, String patientId, Instant erasedAt) {

        static Open of(Row row) throws SQLException {
            return new Open(
                    row.uuid("erasure_id"),
                    row.text("clinic_id"),
                    Objects.requireNonNull(row.text("patient_id"), "an open erasure of nobody"),
                    row.instant("erased_at"));
        }
    }

    @ActsForService("erase-patients")
    @Scheduled(
            identity = "erase-patients",
            every = "${retention.every:1s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void erase() {
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                database.query(OPEN, Map.of("most", BATCH), Open::of)
                                        .forEach(this::erase));
    }

    private void erase(Open erasure) {
        var now = clock.instant();
        var values = new HashMap<String, Object>();
        values.put("erasureId", erasure.erasureId());
        values.put("clinicId", erasure.clinicId());
        values.put("patientId", erasure.patientId());
        values.put("erasedAt", erasure.erasedAt());
        values.put("now", now);
        messages.close(
                database.query(WAITING, values, row -> row.uuid("id")), DeliveryState.WITHDRAWN);
        database.update(FORGET, values);
        if (!database.first(LEFT, values, row -> row.flag("is_left")).orElse(false)) {
            report(erasure, values, now);
        }
    }

    private void report(Open erasure, Map<String, Object> values, Instant now) {
        database.update(REPORTED, values);
        outbox.addEvents(
                List.of(
                        new PatientErasureReported(
                                erasure.erasureId(), erasure.clinicId(), SERVICE, now)),
                now);
    }
}
