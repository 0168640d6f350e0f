package com.clinni.reminders.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.testbed.infrastructure.DatabaseAdmin;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that were remembered before they said which clinic's they are. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class RequestClinicMigrationTest {

    private static final String SCHEMA = "before_clinics_of_requests";

    private final DataSource source = DatabaseAdmin.dataSource();

    @BeforeEach
    @AfterEach
    void forget() throws SQLException {
        execute("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
    }

    @Test
    void each_has_the_clinic_of_its_profile_and_one_that_was_given_up_is_kept()
            throws SQLException {
        migrateTo("2");
        store(
                "false",
                "convert_to('{\"clinicId\":\"clinic-1\",\"name\":\"Centro Prado\"}', 'UTF8')");
        store("true", "NULL");

        migrateTo("3");

        assertThat(clinics()).containsExactly("clinic-1", null);
    }

    private void store(String givenUp, String profile) throws SQLException {
        execute(
                """
                INSERT INTO %s.requested_message (reminder_id, generation, given_up, content_hash, profile,
                    forget_after)
                VALUES (gen_random_uuid(), 1, %s, '', %s, now())\
                """
                        .formatted(SCHEMA, givenUp, profile));
    }

    private List<String> clinics() throws SQLException {
        var clinics = new ArrayList<String>();
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT clinic_id FROM "
                                        + SCHEMA
                                        + ".requested_message ORDER BY clinic_id")) {
            while (rows.next()) {
                clinics.add(rows.getString(1));
            }
        }
        return clinics;
    }

    private void execute(String sql) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(source)
                .schemas(SCHEMA)
                .locations("filesystem:src/main/resources/db/migration")
                .target(version)
                .load()
                .migrate();
    }
}
