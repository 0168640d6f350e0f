package com.clinni.fallback.message;

import com.clinni.events.kafka.StoredHeaders;
import com.clinni.platform.access.ActsForService;
import com.clinni.platform.database.Columns;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds the patients of records from before they were noted, so that an erasure and an export find
 * the records: after an update to this version, and never again. A batch at a time, because there
 * may be very many.
 */
@ApplicationScoped
public class RecordPatientLoop {

    private static final Sql UNSOUGHT = Sql.named("record-patients/unsought");
    private static final Sql NOTE = Sql.named("record-patients/note");
    private static final int BATCH = 200;

    private final Database database;

    RecordPatientLoop(Database database) {
        this.database = database;
    }

    /** Empty where the record names nobody. */
    private record Found(UUID id, Optional<RecordPatient> patient) {

        static Found of(Row row) throws SQLException {
            Instant received = row.instant("received_at");
            return new Found(
                    row.uuid("id"),
                    RecordPatient.of(
                            row.bytes("record_value"),
                            StoredHeaders.unpack(row.bytes("record_headers")),
                            received));
        }
    }

    /** Looks through all that is left. */
    @ActsForService("find-patients-of-records")
    @Scheduled(
            identity = "find-patients-of-records",
            every = "${retention.every:1s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    public void find() {
        while (findBatch() == BATCH) {
            // a full batch means more may be left
        }
    }

    private int findBatch() {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            var found = database.query(UNSOUGHT, Map.of("most", BATCH), Found::of);
                            if (!found.isEmpty()) {
                                database.update(
                                        NOTE,
                                        Columns.of(found)
                                                .put("ids", Found::id)
                                                .put(
                                                        "patients",
                                                        f ->
                                                                f.patient()
                                                                        .map(
                                                                                RecordPatient
                                                                                        ::patientId)
                                                                        .orElse(null))
                                                .put(
                                                        "madeAts",
                                                        f ->
                                                                f.patient()
                                                                        .map(RecordPatient::madeAt)
                                                                        .orElse(null))
                                                .map());
                            }
                            return found.size();
                        });
    }
}
