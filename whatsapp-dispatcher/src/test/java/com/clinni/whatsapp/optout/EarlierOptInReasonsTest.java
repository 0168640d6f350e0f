package com.clinni.whatsapp.optout;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.audit.AuditAction;
import com.clinni.testbed.infrastructure.DatabaseAdmin;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.clinni.whatsapp.SimulatedGateways;
import com.clinni.whatsapp.Tables;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The reasons for which clinics wrote to a number again, from when they were typed. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(SimulatedGateways.class)
class EarlierOptInReasonsTest {

    private static final String SCHEMA = "before_the_access_log";

    @Inject Tables tables;

    @BeforeEach
    @AfterEach
    void forget() {
        DatabaseAdmin.execute("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
    }

    @Test
    void each_is_in_the_access_log_once_whatever_the_number_of_lines_and_no_number_with_it() {
        migrateTo("18");
        for (var line : List.of("default", "second")) {
            store(line, "+34600000001", "'PATIENT', NULL, NULL, NULL", "2026-01-01");
            store(line, "+34600000001", "'CLINIC', 'clinic-1', 'Ana', 'she asked'", "2026-01-02");
        }
        store("default", "+34600000002", "'CLINIC', 'clinic-2', 'Luis', 'he asked'", "2026-01-03");

        migrateTo("latest");

        assertThat(
                        read(
                                "concat_ws(' ', at::date, subject, role, clinic_id, action,"
                                        + " subject_id, reason, outcome)",
                                "access_log"))
                .containsExactly(
                        "2026-01-02 Ana NOBODY clinic-1 OPTED_IN she asked DONE",
                        "2026-01-03 Luis NOBODY clinic-2 OPTED_IN he asked DONE");
        assertThat(read("action", "access_log"))
                .allSatisfy(action -> assertThat(AuditAction.valueOf(action)).isNotNull());
        assertThat(read("concat_ws(' ', line, phone, by, clinic_id)", "opt_out_change"))
                .hasSize(5)
                .contains("second +34600000001 CLINIC clinic-1", "default +34600000001 PATIENT");
    }

    private List<String> read(String what, String table) {
        return tables.read(
                "SELECT %s FROM %s.%s ORDER BY 1".formatted(what, SCHEMA, table),
                row -> row.getString(1));
    }

    private static void store(String line, String phone, String who, String day) {
        DatabaseAdmin.execute(
                """
                INSERT INTO %s.opt_out_change (line, phone, opted_out, by, clinic_id, who, reason, at)
                VALUES ('%s', '%s', false, %s, '%s 12:00Z')\
                """
                        .formatted(SCHEMA, line, phone, who, day));
    }

    private static void migrateTo(String version) {
        Flyway.configure()
                .dataSource(DatabaseAdmin.dataSource())
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
