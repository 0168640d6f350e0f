package com.clinni.appointments.erasure;

import static com.clinni.appointments.TestClinics.address;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.fresh;
import static com.clinni.appointments.TestClinics.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.clinni.events.AppointmentChanged;
import com.clinni.events.AppointmentChanged.Change;
import com.clinni.events.Event;
import com.clinni.events.Patient;
import com.clinni.events.TaskRaised;
import com.clinni.events.kafka.Publication;
import com.clinni.platform.kafka.EventPublisher;
import com.clinni.testbed.client.CanarySearch;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.DatabaseAdmin;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class LateRecordsTest {

    @Inject MutableClock clock;
    private final DataSource database = DatabaseAdmin.dataSource();
    @Inject EventPublisher broker;

    private String clinic;
    private String visit;

    @BeforeEach
    void a_visit() {
        clock.set("2027-03-01T09:00:00Z");
        clinic = clinic();
        visit = fresh("visit");
        post(
                        clinic,
                        """
                        {"appointmentId":"%s","startsAt":"2027-03-10T16:30:00+01:00",
                         "patient":{"patientId":"p-77","firstName":"Ana","phone":"644 555 399"}}
                        """
                                .formatted(visit))
                .then()
                .statusCode(201);
    }

    @Test
    void an_event_that_was_published_before_does_not_bring_the_data_back() {
        clock.set("2027-03-02T09:00:00Z");
        erase();
        var late = fresh("visit");
        publish(changed(late), Instant.parse("2027-03-02T08:59:59Z"));
        var later = fresh("visit");
        publish(changed(later), Instant.parse("2027-03-02T09:00:01Z"));

        await().untilAsserted(
                        () ->
                                given().get(address(clinic, later) + "/reminders")
                                        .then()
                                        .statusCode(200));
        given().get(address(clinic, late) + "/reminders").then().statusCode(404);
    }

    @Test
    void what_the_patient_wrote_before_and_comes_late_is_not_kept() {
        clock.set("2027-03-02T09:00:00Z");
        erase();
        publish(task("Canto tardío", Instant.parse("2027-03-02T08:59:59Z")));
        publish(task("Canto nuevo", Instant.parse("2027-03-02T09:00:01Z")));

        await().until(() -> !CanarySearch.find(database, "Canto nuevo").isEmpty());
        assertThat(CanarySearch.find(database, "Canto tardío")).isEmpty();
    }

    private AppointmentChanged changed(String id) {
        return new AppointmentChanged(
                Change.BOOKED,
                clinic,
                id,
                1,
                "2027-03-10T17:30",
                "Europe/Madrid",
                30,
                new Patient("p-77", "Ana Tardía", "644555399", null, null, List.of()));
    }

    private TaskRaised task(String words, Instant at) {
        return new TaskRaised(
                UUID.randomUUID(),
                clinic,
                visit,
                "p-77",
                TaskRaised.Kind.CANCEL_ASKED,
                at,
                null,
                words,
                false);
    }

    private void publish(Event event, Instant at) {
        broker.publish(List.of(Publication.of(event, "/clinni/test-" + clinic, at)));
    }

    private void publish(TaskRaised task) {
        publish(task, task.at());
    }

    private void erase() {
        given().contentType(ContentType.JSON)
                .body("{\"reason\":\"asked for in writing\"}")
                .delete("/clinics/{c}/patients/p-77", clinic)
                .then()
                .statusCode(202);
    }
}
