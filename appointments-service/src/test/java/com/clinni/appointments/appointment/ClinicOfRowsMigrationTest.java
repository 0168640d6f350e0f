package com.clinni.appointments.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.appointments.TestDatabase;
import com.clinni.testbed.infrastructure.DatabaseAdmin;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows from before every row said which clinic it belongs to. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class ClinicOfRowsMigrationTest {

    private static final String SCHEMA = "before_clinics_of_rows";
    private static final String REMINDER = "'00000000-0000-0000-0000-000000000001'";
    private static final String KEY = "'00000000-0000-0000-0000-000000000002'";

    @Inject TestDatabase database;

    private final DataSource dataSource = DatabaseAdmin.dataSource();

    @BeforeEach
    @AfterEach
    void forget() {
        DatabaseAdmin.execute("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
    }

    @Test
    void each_has_its_clinic_and_another_clinic_may_use_its_ids() {
        migrateTo("15");
        storeClinic("prado");
        storeClinic("sol");
        storeVisit("prado");
        storeRowsOfTheVisit();

        migrateTo("17");

        for (var table :
                List.of(
                        "appointment",
                        "reminder",
                        "reminder_due",
                        "reminder_history",
                        "by_hand",
                        "correction",
                        "agenda_visit")) {
            assertThat(read("SELECT clinic_id FROM %s." + table)).containsExactly("prado");
        }
        storeVisit("sol");
        assertThat(read("SELECT clinic_id FROM %s.appointment ORDER BY 1"))
                .containsExactly("prado", "sol");
        assertThat(read("SELECT clinic_id || source || event_id FROM %s.appointment_event"))
                .containsExactly("/deskvisit-1:1");
    }

    private void storeVisit(String clinic) {
        execute(
                """
                INSERT INTO %s.appointment (appointment_id, clinic_id, version, plan_version, cancelled,
                    starts_at, patient_id)
                VALUES ('visit-1', '%s', 1, 1, false, '2027-03-10T15:30:00Z', 'p-1')\
                """,
                clinic);
    }

    private void storeRowsOfTheVisit() {
        execute(
                """
                INSERT INTO %s.reminder (reminder_id, appointment_id, appointment_version, clinic_id, rule,
                    due_at, send_before, planned_at, planned_by, state)
                VALUES (%s, 'visit-1', 1, 'prado', 'PT24H', now(), now(), now(), 'API', 'QUEUED')\
                """,
                REMINDER);
        execute("INSERT INTO %s.reminder_due (reminder_id, due_at) VALUES (%s, now())", REMINDER);
        execute(
                """
                INSERT INTO %s.reminder_history (reminder_id, generation, sequence, at, what, attempts,
                    possible_duplicate)
                VALUES (%s, 1, 1, now(), 'QUEUED', 0, false)\
                """,
                REMINDER);
        execute("INSERT INTO %s.by_hand (appointment_id, plan_version) VALUES ('visit-1', 1)");
        execute(
                "INSERT INTO %s.correction (appointment_id, changed_at, look_at)"
                        + " VALUES ('visit-1', now(), now())");
        execute(
                "INSERT INTO %s.agenda_visit (agenda_key, kind, appointment_id, starts_at,"
                        + " off_by_agenda) VALUES (%s, 'ID', 'visit-1', now(), false)",
                KEY);
        execute(
                "INSERT INTO %s.appointment_event (source, event_id, value_hash, received_at)"
                        + " VALUES ('/desk', 'visit-1:1', '', now())");
    }

    private void storeClinic(String id) {
        execute(
                """
                INSERT INTO %s.clinic (clinic_id, name, zone, language, account, channel, reminders,
                    fallback, fallback_after, manual_sending)
                VALUES ('%s', 'Centro Prado', 'Europe/Madrid', 'es', 'BASIC', 'NONE', '[]', 'NONE',
                    'PT15M', 'AUTO')\
                """,
                id);
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas(SCHEMA)
                .locations("filesystem:src/main/resources/db/migration")
                .target(version)
                .load()
                .migrate();
        DatabaseAdmin.execute(
                "GRANT USAGE ON SCHEMA %1$s TO PUBLIC; GRANT ALL ON ALL TABLES IN SCHEMA %1$s TO PUBLIC"
                        .formatted(SCHEMA));
    }

    private void execute(String sql, String... words) {
        var all = new ArrayList<Object>(List.of(SCHEMA));
        all.addAll(List.of(words));
        database.update(sql.formatted(all.toArray()));
    }

    private List<String> read(String sql) {
        return database.query(sql.formatted(SCHEMA), row -> row.getString(1));
    }
}
