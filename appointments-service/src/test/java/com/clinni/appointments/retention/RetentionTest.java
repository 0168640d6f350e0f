package com.clinni.appointments.retention;

import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.fresh;
import static com.clinni.appointments.TestClinics.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.appointments.TestDatabase;
import com.clinni.platform.retention.RetentionLoop;
import com.clinni.testbed.client.CanarySearch;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.DatabaseAdmin;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class RetentionTest {

    private final DataSource database = DatabaseAdmin.dataSource();
    private static final String NAME = "Dorotea Canario";
    private static final String PHONE = "600 555 123";
    private static final String EMAIL = "dorotea.canario@example.com";

    @Inject RetentionLoop retention;
    @Inject MutableClock clock;
    @Inject TestDatabase tables;
    @Inject MeterRegistry metrics;

    private String clinic;
    private String visit;

    @BeforeEach
    void a_visit_on_the_tenth_of_march() {
        nothing_of_it_stays();
        clock.set("2027-03-01T09:00:00Z");
        clinic = clinic();
        visit = fresh("visit");
        post(
                        clinic,
                        """
                        {"appointmentId":"%s","startsAt":"2027-03-10T16:30:00+01:00",
                         "patient":{"patientId":"p-1","firstName":"%s","phone":"%s","email":"%s"}}
                        """
                                .formatted(visit, NAME, PHONE, EMAIL))
                .then()
                .statusCode(201);
    }

    @AfterEach
    void nothing_of_it_stays() {
        clock.set("2030-01-01T00:00:00Z");
        retention.deleteAll();
        clock.set("2027-03-01T09:00:00Z");
    }

    @Test
    void name_and_addresses_go_30_days_after_the_visit_and_the_rest_stays_for_the_report() {
        clock.set("2027-04-09T15:29:00Z");
        retention.deleteAll();
        assertThat(CanarySearch.find(database, NAME, PHONE, EMAIL)).hasSize(3);

        clock.set("2027-04-09T15:31:00Z");
        retention.deleteAll();

        assertThat(CanarySearch.find(database, NAME, PHONE, EMAIL)).isEmpty();
        assertThat(count("appointment") + count("reminder")).isEqualTo(2);
    }

    @Test
    void a_visit_goes_with_its_reminders_and_history_after_13_months() {
        reported();
        clock.set("2028-04-10T15:29:00Z");
        retention.deleteAll();
        assertThat(count("appointment") + count("reminder")).isEqualTo(2);

        clock.set("2028-04-10T15:31:00Z");
        retention.deleteAll();

        assertThat(count("appointment") + count("reminder")).isZero();
        assertThat(CanarySearch.find(database, visit))
                .containsExactly("access_log.subject_id: " + visit);
    }

    @Test
    void what_a_patient_wrote_goes_after_30_days_seen_or_not() {
        tables.update(
                "INSERT INTO task (task_id, clinic_id, written_at, words, ambiguous)"
                        + " VALUES (?, ?, '2027-03-02T10:00:00Z', 'Canto de canario', false)",
                UUID.randomUUID(),
                clinic);
        clock.set("2027-04-01T09:59:00Z");
        retention.deleteAll();
        assertThat(CanarySearch.find(database, "Canto de canario")).hasSize(1);

        clock.set("2027-04-01T10:01:00Z");
        retention.deleteAll();
        assertThat(CanarySearch.find(database, "Canto de canario")).isEmpty();
    }

    @Test
    void the_oldest_row_that_is_kept_and_the_rows_deleted_are_shown() {
        var before = metrics.counter("retention.deleted.rows", "data", "contact-data").count();
        clock.set("2027-03-20T15:30:00Z");
        retention.deleteAll();
        assertThat(
                        metrics.get("retention.oldest.age.seconds")
                                .tag("data", "contact-data")
                                .gauge()
                                .value())
                .isGreaterThanOrEqualTo(10 * 24 * 3600);

        clock.set("2027-05-01T00:00:00Z");
        retention.deleteAll();
        assertThat(metrics.counter("retention.deleted.rows", "data", "contact-data").count())
                .isGreaterThanOrEqualTo(before + 1);
        assertThat(
                        metrics.get("retention.oldest.age.seconds")
                                .tag("data", "contact-data")
                                .gauge()
                                .value())
                .isZero();
    }

    private void reported() {
        tables.update(
                "INSERT INTO reminder_history (reminder_id, clinic_id, generation, sequence, at,"
                        + " what, attempts, possible_duplicate) SELECT reminder_id, clinic_id, 1,"
                        + " 1, '2027-03-09T15:30:00Z', 'QUEUED', 0, false FROM reminder WHERE"
                        + " appointment_id = ?",
                visit);
    }

    private long count(String table) {
        List<Long> rows =
                tables.query(
                        "SELECT count(*) FROM " + table + " WHERE appointment_id = ?",
                        row -> row.getLong(1),
                        visit);
        return rows.getFirst();
    }
}
