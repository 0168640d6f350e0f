package com.clinni.whatsapp.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.testbed.infrastructure.DatabaseAdmin;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.clinni.whatsapp.SimulatedGateways;
import com.clinni.whatsapp.Tables;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Withdrawals from before they said which clinic's they are. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(SimulatedGateways.class)
class WithdrawalClinicMigrationTest {

    private static final String SCHEMA = "before_clinics_of_withdrawals";

    @Inject Tables tables;

    private final DataSource database = DatabaseAdmin.dataSource();

    @BeforeEach
    @AfterEach
    void forget() {
        DatabaseAdmin.execute("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
    }

    @Test
    void each_has_the_clinic_of_its_message_and_one_without_a_message_is_kept() {
        migrateTo("17");
        var withdrawn = UUID.randomUUID();
        store(withdrawn);
        withdraw(withdrawn);
        withdraw(UUID.randomUUID());

        migrateTo("18");

        assertThat(
                        tables.read(
                                "SELECT clinic_id FROM "
                                        + SCHEMA
                                        + ".withdrawal ORDER BY clinic_id",
                                row -> row.getString(1)))
                .containsExactly("clinic-1", null);
    }

    private void withdraw(UUID reminder) {
        tables.update(
                "INSERT INTO " + SCHEMA + ".withdrawal VALUES (?, 'MOVED', now(), now())",
                reminder);
    }

    private void store(UUID reminder) {
        tables.update(
                """
                INSERT INTO %s.message (reminder_id, generation, state, changed_at, sequence, line,
                    appointment_id, appointment_version, clinic_id, due_at, send_before, fallback,
                    fallback_after, record_topic, record_partition, record_offset, record_headers,
                    record_value)
                VALUES (?, 1, 'WITHDRAWN', now(), 1, 'default', 'visit-1', 1, 'clinic-1', now(), now(),
                    'NONE', '0', 't', 0, 0, '', '')\
                """
                        .formatted(SCHEMA),
                reminder);
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(database)
                .schemas(SCHEMA)
                .locations("filesystem:src/main/resources/db/migration")
                .target(version)
                .load()
                .migrate();
        DatabaseAdmin.execute(
                "GRANT USAGE ON SCHEMA %1$s TO PUBLIC; GRANT ALL ON ALL TABLES IN SCHEMA %1$s TO PUBLIC"
                        .formatted(SCHEMA));
    }
}
