package com.clinni.appointments.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.appointments.TestDatabase;
import com.clinni.testbed.infrastructure.DatabaseAdmin;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clinics from before a clinic that says nothing had the night. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class NightMigrationTest {

    private static final String SCHEMA = "before_nights";

    private final DataSource dataSource = DatabaseAdmin.dataSource();
    private final TestDatabase database = new TestDatabase(dataSource);

    @BeforeEach
    @AfterEach
    void forget() {
        database.update("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
    }

    @Test
    void a_clinic_without_quiet_hours_has_the_night_and_one_with_some_keeps_them() {
        migrateTo("8");
        store("silent", "NULL", "NULL");
        store("siesta", "'14:00'", "'16:00'");
        store("never", "'09:00'", "'09:00'");

        migrateTo("13");

        assertThat(
                        read(
                                "SELECT clinic_id || ' ' || quiet_from || ' ' || quiet_to || ' '"
                                        + " || profile_version || ' ' || profile_told"
                                        + " FROM %s.clinic ORDER BY clinic_id"))
                .containsExactly(
                        "never 09:00:00 09:00:00 7 true",
                        "siesta 14:00:00 16:00:00 7 true",
                        "silent 21:00:00 09:00:00 8 false");
        assertThat(read("SELECT clinic_id FROM %s.replanning")).containsExactly("silent");
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas(SCHEMA)
                .locations("filesystem:src/main/resources/db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private void store(String id, String quietFrom, String quietTo) {
        database.update(
                """
                INSERT INTO %s.clinic (clinic_id, name, zone, language, account, channel, reminders,
                    fallback, fallback_after, quiet_from, quiet_to, manual_sending, sms_accents,
                    corrections, profile_version, profile_told)
                VALUES (?, 'Centro Prado', 'Europe/Madrid', 'es', 'BASIC', 'NONE', '[]', 'NONE',
                    'PT15M', %s, %s, 'AUTO', 'KEEP', 'ALL', 7, true)\
                """
                        .formatted(SCHEMA, quietFrom, quietTo),
                id);
    }

    private List<String> read(String sql) {
        return database.query(sql.formatted(SCHEMA), row -> row.getString(1));
    }
}
