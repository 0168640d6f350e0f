package com.clinni.whatsapp.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.testbed.infrastructure.DatabaseAdmin;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.clinni.whatsapp.SimulatedGateways;
import com.clinni.whatsapp.Tables;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages that waited before their quiet times were stored keep the hours of their clinics. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(SimulatedGateways.class)
class QuietTimesMigrationTest {

    private static final String SCHEMA = "before_quiet_times";

    private final DataSource database = DatabaseAdmin.dataSource();
    private final Tables tables = new Tables(database);

    @BeforeEach
    @AfterEach
    void forget() {
        tables.update("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
    }

    @Test
    void what_waits_keeps_its_quiet_hours() {
        migrateTo("8");
        stored("WAITING", "'21:00'", "'09:00'");
        stored("WAITING", "'12:30'", "'16:00'");
        stored("WAITING", "'09:00'", "'09:00'");
        stored("WAITING", "NULL", "NULL");
        stored("READ", "'21:00'", "'09:00'");
        migrateTo("9");

        assertThat(times())
                .containsExactly(
                        List.of("2030-03-04T20:00:00Z", "2030-03-05T20:00:00Z"),
                        List.of("2030-03-04T11:30:00Z", "2030-03-05T11:30:00Z"),
                        List.of(),
                        List.of(),
                        List.of());
        assertThat(
                        tables.read(
                                "SELECT upper(quiet_times) = '2030-03-06T08:00:00Z' FROM "
                                        + SCHEMA
                                        + ".message ORDER BY record_offset LIMIT 1",
                                row -> row.getBoolean(1)))
                .containsExactly(true);
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(database)
                .schemas(SCHEMA)
                .locations("filesystem:src/main/resources/db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private void stored(String state, String quietFrom, String quietTo) {
        tables.update(
                """
                INSERT INTO %1$s.message (reminder_id, generation, state, changed_at, sequence, line,
                    appointment_id, appointment_version, clinic_id, zone, quiet_from, quiet_to, due_at,
                    send_before, fallback, fallback_after, record_topic, record_partition, record_offset,
                    record_headers, record_value)
                SELECT gen_random_uuid(), 1, ?, '2030-03-05T12:00:00Z', 1, 'default',
                    'visit-1', 1, 'clinic-1', 'Europe/Madrid', %2$s, %3$s, '2030-03-05T12:00:00Z',
                    '2030-03-05T22:00:00Z', 'NONE', '0', 't', 0, count(*), '', ''
                FROM %1$s.message\
                """
                        .formatted(SCHEMA, quietFrom, quietTo),
                state);
    }

    /** When the quiet times of each begin. */
    private List<List<String>> times() {
        return tables.read(
                """
                SELECT array(SELECT to_char(lower(quiet) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                             FROM unnest(quiet_times) AS quiet ORDER BY quiet)
                FROM %s.message ORDER BY record_offset\
                """
                        .formatted(SCHEMA),
                row -> List.of((String[]) row.getArray(1).getArray()));
    }
}
