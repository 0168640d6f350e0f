package com.clinni.fallback.fallback;

import com.clinni.events.DeliveryReported;
import com.clinni.events.kafka.StoredHeaders;
import com.clinni.fallback.database.Database;
import com.clinni.fallback.database.Parameters;
import com.clinni.fallback.database.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;

/**
 * Stores what arrives: one statement per batch, idempotent by id, so that a redelivery is a no-op
 * and a replay is not. Nothing here calls anybody.
 */
@ApplicationScoped
public class Intake {

    private static final Sql STORE = Sql.file("message-store");

    private final Database database;
    private final Reports reports;
    private final Clock clock;

    Intake(Database database, Reports reports, Clock clock) {
        this.database = database;
        this.reports = reports;
        this.clock = clock;
    }

    /** Stores all of them; where one cannot be stored, each on its own and that one bare. */
    public void store(List<Arrival> arrivals) {
        Batch.store(
                arrivals,
                this::storeTogether,
                (arrival, _) -> storeTogether(List.of(arrival.bare(clock.instant()))));
    }

    private void storeTogether(List<Arrival> arrivals) {
        QuarkusTransaction.requiringNew().run(() -> insert(arrivals));
    }

    private void insert(List<Arrival> arrivals) {
        var fresh = new HashSet<>(database.query(STORE, columns(arrivals), row -> row.uuid("id")));
        reports.addArrivals(
                arrivals.stream().filter(arrival -> fresh.remove(arrival.id())).toList());
    }

    private Parameters columns(List<Arrival> all) {
        return Parameters.of("now", clock.instant())
                .and("sequence", DeliveryReported.FALLBACK_SEQUENCE_BASE + 1)
                .column("deliveries", "text", RecordCopy.DELIVERIES, topic -> topic)
                .column("ids", "uuid", all, Arrival::id)
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
                .column("sendBefores", "timestamptz", all, Arrival::sendBefore)
                .column("diedOf", "text", all, a -> a.death() == null ? null : a.death().cause())
                .column("fields", "text", all, a -> a.death() == null ? null : a.death().field())
                .column(
                        "diedAt",
                        "timestamptz",
                        all,
                        a -> a.death() == null ? null : a.death().at())
                .column("states", "text", all, Arrival::state)
                .column("channels", "text", all, Arrival::channel)
                .column("causes", "text", all, Arrival::cause)
                .column("nextAts", "timestamptz", all, Arrival::nextAt)
                .column("doubles", "bool", all, Arrival::possibleDuplicate);
    }
}
