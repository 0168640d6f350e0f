package com.clinni.appointments.erasure;

import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.fresh;
import static com.clinni.appointments.TestClinics.post;
import static com.clinni.appointments.TestClinics.timeline;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.clinni.appointments.KafkaLog;
import com.clinni.appointments.TestDatabase;
import com.clinni.appointments.outbox.RelaySteps;
import com.clinni.events.PatientErasureReported;
import com.clinni.events.Topics;
import com.clinni.events.kafka.Publication;
import com.clinni.platform.kafka.EventPublisher;
import com.clinni.testbed.client.CanarySearch;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.DatabaseAdmin;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class PatientErasureTest {

    private static final String[] CANARIES = {
        "Genoveva Canario",
        "644 555 321",
        "644555321",
        "genoveva.canario@example.com",
        "Pío pío pío"
    };

    @Inject MutableClock clock;
    @Inject TestDatabase tables;
    private final DataSource database = DatabaseAdmin.dataSource();
    @Inject EventPublisher broker;
    @Inject RelaySteps outbox;
    @Inject KafkaLog kafka;

    private String clinic;
    private String visit;

    @BeforeEach
    void a_visit_and_what_its_patient_wrote() {
        clock.set("2027-03-01T09:00:00Z");
        clinic = clinic();
        visit = fresh("visit");
        booked(visit);
        tables.update(
                "INSERT INTO task (task_id, clinic_id, patient_id, written_at, words, ambiguous)"
                        + " VALUES (?, ?, 'p-77', '2027-03-01T08:00:00Z', 'Pío pío pío', false)",
                UUID.randomUUID(),
                clinic);
    }

    @Test
    void names_addresses_and_words_go_from_every_table_and_ids_states_and_times_stay() {
        assertThat(CanarySearch.find(database, CANARIES)).isNotEmpty();

        erase().then().statusCode(202);
        outbox.relay();

        assertThat(CanarySearch.find(database, CANARIES)).isEmpty();
        timeline(visit).then().statusCode(200).body("[0].dueAt", notNullValue());
        assertThat(states()).containsExactly("CANCELLED");
    }

    @Test
    void the_order_carries_ids_and_digests_and_no_contact_data() {
        erase();
        outbox.relay();

        var order = order();
        assertThat(order).contains("p-77", clinic).doesNotContain(CANARIES);
        assertThat(order).containsPattern("\"phones\":\\[\"[0-9a-f-]{36}\"]");
        assertThat(kafka.of(Topics.REMINDER_WITHDRAWN, visit)).hasSize(1);
    }

    @Test
    void progress_tells_each_service_and_when_the_topics_have_forgotten() {
        var id = erase().jsonPath().getString("erasureId");
        progress()
                .then()
                .statusCode(200)
                .body("done", equalTo(false))
                .body("topicsForgetAt", equalTo("2027-03-09T09:00:00Z"))
                .body("deadLettersForgetAt", equalTo("2027-04-01T09:00:00Z"))
                .body("services[0].service", equalTo("appointments-service"))
                .body("services[0].doneAt", notNullValue())
                .body("services[1].doneAt", nullValue())
                .body(
                        "services.service",
                        hasItems("reminder-service", "whatsapp-dispatcher", "fallback-dispatcher"));

        for (var service :
                List.of("reminder-service", "whatsapp-dispatcher", "fallback-dispatcher")) {
            publish(
                    new PatientErasureReported(
                            UUID.fromString(id),
                            clinic,
                            service,
                            clock.instant().plus(Duration.ofHours(1))));
        }
        await().untilAsserted(() -> progress().then().body("done", equalTo(true)));
        progress()
                .then()
                .body("topicsForgetAt", equalTo("2027-03-09T10:00:00Z"))
                .body("deadLettersForgetAt", equalTo("2027-04-01T10:00:00Z"));
    }

    @Test
    void asking_twice_is_asking_once() {
        var first = erase().jsonPath().getString("erasureId");
        clock.set("2027-03-02T09:00:00Z");

        erase().then().statusCode(202).body("erasureId", equalTo(first));
    }

    @Test
    void who_books_again_is_a_new_patient_and_can_be_erased_again() {
        var first = erase().jsonPath().getString("erasureId");
        clock.set("2027-03-02T09:00:00Z");
        booked(fresh("visit"));
        assertThat(CanarySearch.find(database, CANARIES)).isNotEmpty();

        var second = erase().jsonPath().getString("erasureId");

        assertThat(second).isNotEqualTo(first);
        assertThat(CanarySearch.find(database, CANARIES)).isEmpty();
    }

    @Test
    void nobody_knows_a_patient_without_visits_or_a_clinic_that_is_not_there() {
        given().contentType(ContentType.JSON)
                .body("{\"reason\":\"asked for in writing\"}")
                .delete("/clinics/{c}/patients/nobody", clinic)
                .then()
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_PATIENT"));
        given().get("/clinics/{c}/patients/p-77/erasure", clinic)
                .then()
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_PATIENT"));
        given().contentType(ContentType.JSON)
                .body("{}")
                .delete("/clinics/nowhere/patients/p-77")
                .then()
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_CLINIC"));
    }

    @Test
    void a_reason_is_needed_and_stands_in_the_access_log() {
        given().contentType(ContentType.JSON)
                .body("{}")
                .delete("/clinics/{c}/patients/p-77", clinic)
                .then()
                .statusCode(422)
                .body("code", equalTo("REASON_REQUIRED"));

        erase();

        assertThat(
                        tables.query(
                                "SELECT reason FROM access_log WHERE clinic_id = ? AND action ="
                                        + " 'PATIENT_ERASED' AND outcome = 'DONE'",
                                row -> row.getString(1),
                                clinic))
                .containsExactly("asked for in writing");
    }

    private void booked(String id) {
        post(
                        clinic,
                        """
                        {"appointmentId":"%s","startsAt":"2027-03-10T16:30:00+01:00",
                         "patient":{"patientId":"p-77","firstName":"Genoveva Canario",
                                    "phone":"644 555 321","email":"genoveva.canario@example.com"}}
                        """
                                .formatted(id))
                .then()
                .statusCode(201);
    }

    private void publish(PatientErasureReported event) {
        broker.publish(List.of(Publication.of(event, "/clinni/test-" + clinic, clock.instant())));
    }

    private Response erase() {
        return given().contentType(ContentType.JSON)
                .body("{\"reason\":\"asked for in writing\"}")
                .delete("/clinics/{c}/patients/p-77", clinic);
    }

    private Response progress() {
        return given().get("/clinics/{c}/patients/p-77/erasure", clinic);
    }

    private String order() {
        return new String(
                kafka.of(Topics.PATIENT_ERASED, clinic).getFirst().value(), StandardCharsets.UTF_8);
    }

    private List<String> states() {
        return tables.query(
                "SELECT state FROM reminder WHERE appointment_id = ?",
                row -> row.getString(1),
                visit);
    }
}
