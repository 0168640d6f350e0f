package com.clinni.fallback.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.audit.AuditAction;
import com.clinni.fallback.ServiceTest;
import com.clinni.testbed.infrastructure.DatabaseAdmin;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The audit from when nobody was signed in, in the access log of now. */
@QuarkusTest
class EarlierAuditTest extends ServiceTest {

    private static final String SCHEMA = "before_the_access_log";

    @BeforeEach
    @AfterEach
    void forget() {
        DatabaseAdmin.execute("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
    }

    @Test
    void each_entry_keeps_who_what_when_and_why_in_its_order() {
        migrateTo("18");
        store("2026-01-01", "Ana", "REPLAY", "replay-1", "the line is back", "of ids, letters=2");
        store("2026-01-02", "Luis", "DISCARD", "letter-1", "came in person", "");
        store("2026-01-03", "Ana", "SMS_TOP_UP", "clinic-1", "invoice-7", "segments=100");
        store("2026-01-04", "Ana", "SMS_SENDER", "clinic-1", "registration", "alias=Prado");
        store(
                "2026-01-05",
                "link",
                "EMAIL_OPT_OUT",
                "clinic-1",
                "link in an e-mail",
                "patient=p-1");
        store("2026-01-06", "link", "EMAIL_OPT_IN", "clinic-1", "link in an e-mail", "patient=p=1");

        migrateTo("latest");

        assertThat(rows().stream().map(EarlierAuditTest::told))
                .containsExactly(
                        "Ana REPLAY_STARTED null replay-1: the line is back · of ids, letters=2",
                        "Luis DEAD_LETTER_DISCARDED null letter-1: came in person",
                        "Ana SMS_CREDIT_TOPPED_UP clinic-1 invoice-7: invoice-7 · segments=100",
                        "Ana SMS_SENDER_SAVED clinic-1 null: registration · alias=Prado",
                        "link EMAIL_OPTED_OUT clinic-1 p-1: link in an e-mail · patient=p-1",
                        "link EMAIL_OPTED_IN clinic-1 p=1: link in an e-mail · patient=p=1");
        assertThat(rows())
                .allSatisfy(
                        row -> {
                            assertThat(row).containsEntry("role", "NOBODY");
                            assertThat(row).containsEntry("outcome", "DONE");
                            assertThat(AuditAction.valueOf((String) row.get("action"))).isNotNull();
                        });
        assertThat(query("SELECT at::date::text AS day FROM " + SCHEMA + ".access_log ORDER BY id"))
                .extracting(row -> row.get("day"))
                .containsExactly(
                        "2026-01-01",
                        "2026-01-02",
                        "2026-01-03",
                        "2026-01-04",
                        "2026-01-05",
                        "2026-01-06");
    }

    @Test
    void an_entry_longer_than_a_reason_may_be_now_is_kept_as_far_as_it_goes() {
        migrateTo("18");
        store("2026-01-01", "Ana", "REPLAY", "replay-1", "x".repeat(450), "y".repeat(450));

        migrateTo("latest");

        assertThat((String) rows().getFirst().get("reason")).hasSize(500).startsWith("xxx");
    }

    private static String told(Map<String, Object> row) {
        return "%s %s %s %s: %s"
                .formatted(
                        row.get("subject"),
                        row.get("action"),
                        Objects.toString(row.get("clinic_id")),
                        Objects.toString(row.get("subject_id")),
                        row.get("reason"));
    }

    private List<Map<String, Object>> rows() {
        return query("SELECT * FROM " + SCHEMA + ".access_log ORDER BY id");
    }

    private static void store(
            String day, String who, String action, String subject, String reason, String detail) {
        DatabaseAdmin.execute(
                """
                INSERT INTO %s.audit (at, who, action, subject, reason, detail)
                VALUES ('%s 12:00Z', '%s', '%s', '%s', '%s', '%s')\
                """
                        .formatted(SCHEMA, day, who, action, subject, reason, detail));
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
