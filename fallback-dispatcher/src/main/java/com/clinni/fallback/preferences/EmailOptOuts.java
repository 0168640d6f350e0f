package com.clinni.fallback.preferences;

import com.clinni.fallback.database.Database;
import com.clinni.fallback.database.Parameters;
import com.clinni.fallback.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;

/**
 * Patients who do not want to hear from a clinic by e-mail, as they said by a link. Runs in the
 * caller's transaction.
 */
@ApplicationScoped
public class EmailOptOuts {

    private static final Sql ADD = Sql.file("opt-out-add");
    private static final Sql REMOVE = Sql.file("opt-out-remove");
    private static final Sql AMONG = Sql.file("opt-out-among");

    private final Database database;
    private final Clock clock;

    EmailOptOuts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One patient as one clinic knows them. */
    public record Patient(String clinicId, String patientId) {}

    /** All of these clinics' patients who want no e-mail. */
    public Set<Patient> fromEmailAmong(Collection<String> clinicIds) {
        return Set.copyOf(
                database.query(
                        AMONG,
                        Parameters.none().column("clinics", "text", clinicIds, id -> id),
                        row -> new Patient(row.text("clinic_id"), row.text("patient_id"))));
    }

    /** False if it was so already. */
    boolean add(Patient patient) {
        return database.update(ADD, about(patient).and("now", clock.instant())) > 0;
    }

    /** False if it was so already. */
    boolean remove(Patient patient) {
        return database.update(REMOVE, about(patient)) > 0;
    }

    boolean contains(Patient patient) {
        return fromEmailAmong(Set.of(patient.clinicId())).contains(patient);
    }

    private static Parameters about(Patient patient) {
        return Parameters.of("clinic", patient.clinicId()).and("patient", patient.patientId());
    }
}
