package com.clinni.appointments.appointment;

import com.clinni.events.digest.KeyedDigest;
import com.clinni.platform.database.Columns;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Patients whose data was erased, known by keyed digests: what is older than the erasure is not
 * taken in, so that no late event and no replay brings the data back.
 */
@ApplicationScoped
public class ErasedPatients {

    private static final Sql AMONG = Sql.named("erasure/among");

    private final Database database;
    private final KeyedDigest digest;

    ErasedPatients(Database database, KeyedDigest digest) {
        this.database = database;
        this.digest = digest;
    }

    /** A patient of a clinic. */
    public record PatientOfClinic(String clinicId, String patientId) {}

    /** The times of the last erasures of some patients. */
    public record Erasures(Map<PatientOfClinic, Instant> times) {

        /** True for a patient who was erased then, or later. */
        public boolean coverWhatWasSaid(PatientOfClinic patient, Instant at) {
            return Optional.ofNullable(times.get(patient))
                    .filter(erasedAt -> !at.isAfter(erasedAt))
                    .isPresent();
        }
    }

    /** Those of these patients that were erased; one statement for all. */
    public Erasures among(Collection<PatientOfClinic> patients) {
        if (patients.isEmpty()) {
            return new Erasures(Map.of());
        }
        var byDigest = new HashMap<UUID, PatientOfClinic>();
        patients.forEach(each -> byDigest.put(key(each), each));
        var times = new HashMap<PatientOfClinic, Instant>();
        var asked = List.copyOf(byDigest.entrySet());
        database.query(
                AMONG,
                Columns.of(asked)
                        .put("clinicIds", each -> each.getValue().clinicId())
                        .put("patients", Map.Entry::getKey)
                        .map(),
                row -> note(row, byDigest, times));
        return new Erasures(times);
    }

    private static Optional<Instant> note(
            Row row, Map<UUID, PatientOfClinic> byDigest, Map<PatientOfClinic, Instant> times)
            throws SQLException {
        var patient = byDigest.get(row.uuid("patient"));
        return patient == null
                ? Optional.empty()
                : Optional.ofNullable(times.put(patient, row.instant("erased_at")));
    }

    private UUID key(PatientOfClinic patient) {
        return digest.ofPatient(patient.clinicId(), patient.patientId());
    }
}
