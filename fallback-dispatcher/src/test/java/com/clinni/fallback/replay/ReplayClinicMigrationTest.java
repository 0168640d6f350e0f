package com.clinni.fallback.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.fallback.ServiceTest;
import com.clinni.testbed.infrastructure.DatabaseAdmin;
import io.quarkus.test.junit.QuarkusTest;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Withdrawals, and what is known of replays, from before they said which clinic's they are. */
@QuarkusTest
class ReplayClinicMigrationTest extends ServiceTest {

    private static final String SCHEMA = "before_clinics_of_replays";
    private static final String KNOWN = "'00000000-0000-0000-0000-000000000001'";
    private static final String UNKNOWN = "'00000000-0000-0000-0000-000000000002'";

    private final DataSource source = DatabaseAdmin.dataSource();

    @BeforeEach
    @AfterEach
    void forget() {
        DatabaseAdmin.execute("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
    }

    @Test
    void each_has_the_clinic_of_its_message_and_one_without_a_message_is_kept() {
        migrateTo("17");
        storeMessage();
        for (var id : new String[] {KNOWN, UNKNOWN}) {
            store("withdrawal (reminder_id, at) VALUES (%s, now())", id);
            store(
                    "replay_progress (reminder_id, generation, sequence, state, at)"
                            + " VALUES (%s, 2, 1, 'SENT', now())",
                    id);
        }
        store(
                "replay (id, request_hash, reason, may_duplicate, asked_by, asked_at)"
                        + " VALUES (%s, '', '', false, '', now())",
                KNOWN);
        store(
                "replay_item (replay_id, position, message_id) VALUES (%1$s, 1, %1$s), (%1$s, 2,"
                        + " %2$s)",
                KNOWN, UNKNOWN);

        migrateTo("18");

        for (var table : new String[] {"withdrawal", "replay_progress", "replay_item"}) {
            assertThat(query("SELECT * FROM " + SCHEMA + "." + table))
                    .as(table)
                    .extracting(row -> row.get("clinic_id"))
                    .containsExactlyInAnyOrder("clinic-1", null);
        }
    }

    private void storeMessage() {
        store(
                """
                message (id, reminder_id, clinic_id, generation, state, sequence, record_topic,
                    record_partition, record_offset, record_headers, received_at, updated_at)
                VALUES (%1$s, %1$s, 'clinic-1', 1, 'REPLAYED', 1, 't', 0, 0, '', now(), now())\
                """,
                KNOWN);
    }

    private void store(String row, String... ids) {
        execute("INSERT INTO " + SCHEMA + "." + row.formatted((Object[]) ids));
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(source)
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
