package com.clinni.reminders.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.audit.AuditAction;
import com.clinni.testbed.infrastructure.DatabaseAdmin;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The reasons for which medical words passed, from when they were typed beside the text. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class EarlierOverrideReasonsTest {

    private static final String SCHEMA = "before_the_access_log";

    @BeforeEach
    @AfterEach
    void forget() {
        DatabaseAdmin.execute("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
    }

    @Test
    void each_is_in_the_access_log_and_the_text_still_says_who() throws SQLException {
        migrateTo("3");
        store(1, "'2026-01-01 12:00Z', NULL, NULL");
        store(2, "'2026-01-02 12:00Z', 'Ana', 'the clinic is called so'");
        store(3, "'2026-01-03 12:00Z', 'Luis', 'as before'");

        migrateTo("latest");

        assertThat(
                        read(
                                "concat_ws(' ', at::date, subject, role, clinic_id, action,"
                                        + " subject_id, reason, outcome)",
                                "access_log"))
                .containsExactly(
                        "2026-01-02 Ana NOBODY clinic-1 MEDICAL_WORDS_OVERRIDDEN reminder the"
                                + " clinic is called so DONE",
                        "2026-01-03 Luis NOBODY clinic-1 MEDICAL_WORDS_OVERRIDDEN reminder as"
                                + " before DONE");
        assertThat(read("action", "access_log"))
                .allSatisfy(action -> assertThat(AuditAction.valueOf(action)).isNotNull());
        assertThat(read("concat_ws(' ', version, override_by)", "template"))
                .containsExactly("1", "2 Ana", "3 Luis");
    }

    private static void store(int version, String saved) {
        DatabaseAdmin.execute(
                """
                INSERT INTO %s.template (clinic_id, kind, language, version, whatsapp, sms, email_subject, email_text,
                    saved_at, override_by, override_reason)
                VALUES ('clinic-1', 'reminder', 'es', %d, '', '', '', '', %s)\
                """
                        .formatted(SCHEMA, version, saved));
    }

    private static List<String> read(String what, String table) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = DatabaseAdmin.dataSource().getConnection();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT %s FROM %s.%s ORDER BY 1".formatted(what, SCHEMA, table))) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static void migrateTo(String version) {
        Flyway.configure()
                .dataSource(DatabaseAdmin.dataSource())
                .schemas(SCHEMA)
                .locations("filesystem:src/main/resources/db/migration")
                .target(version)
                .load()
                .migrate();
    }
}
