package com.clinni.fallback.erasure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.clinni.events.Cause;
import com.clinni.events.DeliveryState;
import com.clinni.events.Fallback;
import com.clinni.events.MessageReady;
import com.clinni.events.PatientErased;
import com.clinni.events.Topics;
import com.clinni.fallback.ServiceTest;
import com.clinni.fallback.SimulatedProviders;
import com.clinni.fallback.TestMessage;
import com.clinni.fallback.message.RecordPatientLoop;
import com.clinni.platform.erasure.ErasureLoop;
import com.clinni.platform.erasure.Erasures;
import com.clinni.testbed.client.CanarySearch;
import com.clinni.testbed.infrastructure.DatabaseAdmin;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ErasureTest extends ServiceTest {

    @Inject ErasureLoop erasing;
    @Inject Erasures erasures;
    @Inject RecordPatientLoop patients;
    private final DataSource data = DatabaseAdmin.dataSource();

    private final MessageReady message = TestMessage.message().fallback(Fallback.EMAIL).build();

    @Test
    void records_go_and_what_was_sent_stays_sent() {
        var id = died(message, Cause.LINE_DOWN);
        loop.sendEmails();
        becomes(id, DeliveryState.ACCEPTED);

        erase();

        assertThat(CanarySearch.find(data, canaries())).isEmpty();
        assertThat(stateOf(id)).isEqualTo(DeliveryState.ACCEPTED);
        assertThat(told()).hasSize(1);
    }

    @Test
    void what_waits_is_withdrawn() {
        var id = died(message, Cause.LINE_DOWN);

        erase();
        loop.sendEmails();

        assertThat(stateOf(id)).isEqualTo(DeliveryState.WITHDRAWN);
        assertThat(CanarySearch.find(data, canaries())).isEmpty();
        assertThat(SimulatedProviders.mail().received())
                .noneMatch(mail -> mail.to().equals(message.recipient().email().address()));
    }

    @Test
    void a_dead_letter_that_needed_attention_cannot_be_replayed() {
        var id = died(message, Cause.LINE_DOWN);
        execute("UPDATE message SET state = 'NEEDS_ATTENTION', cause = 'LINE_DOWN'");

        erase();

        given().contentType(ContentType.JSON)
                .body("{\"ids\":[\"%s\"],\"reason\":\"a test\",\"dryRun\":true}".formatted(id))
                .post("/replays")
                .then()
                .statusCode(200)
                .body("verdicts[0].verdict", equalTo("SKIPPED_ERASED"));
    }

    @Test
    void what_is_being_sent_is_let_end_and_told_only_then() {
        died(message, Cause.LINE_DOWN);
        execute("UPDATE message SET state = 'SENDING', lease_until = 'infinity'");

        erase();
        assertThat(told()).isEmpty();

        execute("UPDATE message SET state = 'ACCEPTED'");
        erasing.erase();
        assertThat(told()).hasSize(1);
        assertThat(CanarySearch.find(data, canaries())).isEmpty();
    }

    @Test
    void an_order_that_fails_holds_up_no_other() {
        died(message, Cause.LINE_DOWN);
        DatabaseAdmin.execute(
                """
                INSERT INTO erasure (erasure_id, clinic_id, patient, patient_id, erased_at)
                VALUES (gen_random_uuid(), 'gone', gen_random_uuid(), 'gone', '2000-01-01');
                CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql
                    AS 'BEGIN RAISE EXCEPTION ''a test''; END';
                CREATE TRIGGER fail BEFORE UPDATE ON erasure
                    FOR EACH ROW WHEN (old.clinic_id = 'gone') EXECUTE FUNCTION fail()\
                """);
        try {
            erase();

            assertThat(told()).hasSize(1);
            assertThat(CanarySearch.find(data, canaries())).isEmpty();
        } finally {
            DatabaseAdmin.execute(
                    "DROP FUNCTION fail CASCADE; DELETE FROM erasure WHERE clinic_id = 'gone'");
        }
    }

    @Test
    void a_dead_letter_that_comes_late_leaves_nothing_and_is_never_sent() {
        erase();

        var id = died(message, Cause.LINE_DOWN);

        assertThat(stateOf(id)).isEqualTo(DeliveryState.SUPPRESSED);
        assertThat(row(id).get("record_gone")).isEqualTo("ERASED");
        assertThat(CanarySearch.find(data, canaries())).isEmpty();
    }

    @Test
    void a_record_from_before_its_patient_was_noted_is_found_and_goes() {
        var id = died(message, Cause.LINE_DOWN);
        var nobodys = died(TestMessage.message().build(), Cause.LINE_DOWN);
        execute("UPDATE message SET patient_id = NULL, made_at = NULL, patient_sought = false");
        execute("UPDATE message SET record_value = 'nobody' WHERE id = '" + nobodys + "'");

        erase();
        assertThat(told()).isEmpty();

        patients.find();
        erasing.erase();
        assertThat(told()).hasSize(1);
        assertThat(CanarySearch.find(data, canaries())).isEmpty();
        assertThat(stateOf(id)).isEqualTo(DeliveryState.WITHDRAWN);
        assertThat(row(nobodys).get("record_value")).isNotNull();
        assertThat(query("SELECT id FROM message WHERE NOT patient_sought")).isEmpty();
    }

    @Test
    void what_comes_now_is_not_looked_through_again() {
        var id = died(message, Cause.LINE_DOWN);

        assertThat(row(id).get("patient_sought")).isEqualTo(true);
        assertThat(row(id).get("patient_id")).isEqualTo(message.recipient().patientId());
    }

    @Test
    void all_of_it_is_told_for_an_export_before() {
        died(message, Cause.LINE_DOWN);

        given().get(
                        "/clinics/{c}/patients/{p}/data",
                        message.clinic().clinicId(),
                        message.recipient().patientId())
                .then()
                .statusCode(200)
                .body(
                        "[0].rows[0].columns.record",
                        containsString(message.recipient().email().address()));
    }

    private void erase() {
        erasures.ask(
                List.of(
                        new PatientErased(
                                UUID.randomUUID(),
                                message.clinic().clinicId(),
                                message.recipient().patientId(),
                                latest().plus(Duration.ofSeconds(1)),
                                List.of(),
                                List.of())));
        erasing.erase();
        execute("DELETE FROM outbox WHERE topic <> '" + Topics.PATIENT_ERASURE_REPORTED + "'");
    }

    private Instant latest() {
        var now = clock.instant();
        return message.dueAt().isAfter(now) ? message.dueAt() : now;
    }

    private List<?> told() {
        return query("SELECT id FROM outbox WHERE topic = ?", Topics.PATIENT_ERASURE_REPORTED);
    }

    private String[] canaries() {
        return CanarySearch.spellings(
                message.recipient().phone().e164(), message.recipient().email().address());
    }
}
