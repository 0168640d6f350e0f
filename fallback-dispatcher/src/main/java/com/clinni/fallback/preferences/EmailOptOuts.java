package com.clinni.fallback.preferences;

import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Patients who do not want to hear from a clinic by e-mail, as they said by a link. Runs in the
 * caller's transaction.
 */
@ApplicationScoped
public class EmailOptOuts {

    private static final Sql ADD = Sql.named("opt-outs/add-email");
    private static final Sql REMOVE = Sql.named("opt-outs/remove-email");
    private static final Sql AMONG = Sql.named("opt-outs/of-email-among");

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
                        Map.of("clinics", clinicIds),
                        row -> new Patient(row.text("clinic_id"), row.text("patient_id"))));
    }

    /** False if it was so already. */
    boolean add(Patient patient) {
        return database.update(ADD, about(patient)) > 0;
    }

    /** False if it was so already. */
    boolean remove(Patient patient) {
        return database.update(REMOVE, about(patient)) > 0;
    }

    boolean contains(Patient patient) {
        return fromEmailAmong(Set.of(patient.clinicId())).contains(patient);
    }

    private Map<String, Object> about(Patient patient) {
        return Map.of(
                "clinic", patient.clinicId(),
                "patient", patient.patientId(),
                "now", clock.instant());
    }
}
