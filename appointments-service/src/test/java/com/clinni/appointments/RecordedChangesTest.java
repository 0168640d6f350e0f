package com.clinni.appointments;

import static com.clinni.appointments.TestClinics.SLOT;
import static com.clinni.appointments.TestClinics.address;
import static com.clinni.appointments.TestClinics.book;
import static com.clinni.appointments.TestClinics.booking;
import static com.clinni.appointments.TestClinics.cancel;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.fresh;
import static com.clinni.appointments.TestClinics.move;
import static com.clinni.appointments.TestClinics.post;
import static com.clinni.appointments.TestClinics.timeline;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the access log says of visits and clinics. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class RecordedChangesTest {

    private static final String LATER = "2027-03-11T10:00";

    @Inject MutableClock clock;

    @BeforeEach
    void on_a_march_morning() {
        clock.set("2027-03-01T09:00:00Z");
    }

    @Test
    void a_visits_changes_and_the_looks_at_it_stand_in_the_log_newest_first() {
        var visit = book(clinic(), SLOT);
        move(visit, LATER).then().statusCode(200);
        move(visit, LATER).then().statusCode(200);
        timeline(visit).then().statusCode(200);
        cancel(visit).then().statusCode(204);

        assertThat(rowsOf(visit))
                .containsExactly(
                        "VISIT_CANCELLED DONE",
                        "TIMELINE_READ DONE",
                        "VISIT_MOVED UNCHANGED",
                        "VISIT_MOVED DONE",
                        "VISIT_BOOKED DONE");
    }

    @Test
    void a_change_that_is_refused_stands_as_refused_and_not_as_done() {
        var clinic = clinic();
        var visit = book(clinic, SLOT);
        cancel(visit);
        move(visit, LATER).then().statusCode(409);
        given().delete(address(clinic(), visit)).then().statusCode(404);

        assertThat(rowsOf(visit))
                .containsExactly(
                        "VISIT_CANCELLED REFUSED",
                        "VISIT_MOVED REFUSED",
                        "VISIT_CANCELLED DONE",
                        "VISIT_BOOKED DONE");
    }

    @Test
    void a_booking_that_cannot_be_read_leaves_no_row() {
        var clinic = clinic();
        post(clinic, booking(fresh("v"), "yesterday")).then().statusCode(422);

        assertThat(rows("clinic=" + clinic)).containsExactly("CLINIC_SAVED DONE");
    }

    @Test
    void of_settings_it_says_when_they_changed_and_when_they_stood_so_already() {
        var clinic = clinic();
        patch(clinic, "{\"name\":\"Sol\"}");
        patch(clinic, "{\"name\":\"Sol\"}");
        given().get("/clinics/{id}", clinic).then().statusCode(200);

        assertThat(rows("clinic=" + clinic))
                .containsExactly(
                        "CLINIC_SAVED UNCHANGED", "CLINIC_SAVED DONE", "CLINIC_SAVED DONE");
    }

    private static void patch(String clinic, String settings) {
        given().contentType("application/merge-patch+json")
                .body(settings)
                .patch("/clinics/{id}", clinic)
                .then()
                .statusCode(200);
    }

    private static List<String> rowsOf(String visit) {
        return rows("subjectId=" + visit);
    }

    private static List<String> rows(String question) {
        return given().get("/audit?" + question)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.collect { it.action + ' ' + it.outcome }");
    }
}
