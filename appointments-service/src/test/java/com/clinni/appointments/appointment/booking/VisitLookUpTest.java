package com.clinni.appointments.appointment.booking;

import static com.clinni.appointments.TestClinics.SLOT;
import static com.clinni.appointments.TestClinics.booking;
import static com.clinni.appointments.TestClinics.cancel;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.fresh;
import static com.clinni.appointments.TestClinics.post;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a clinic has a visit of a number. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class VisitLookUpTest {

    @Inject MutableClock clock;

    @BeforeEach
    void on_a_march_morning() {
        clock.set("2027-03-01T09:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "600 000 777",
                "+34 600000777",
                "0034 600 00 07 77",
                "600.000.777",
                "34600000777"
            })
    void a_number_is_known_however_it_was_written_down(String written) {
        var clinic = clinic();
        book(clinic, written);

        lookUp(clinic, "+34600000777").statusCode(200).body("hasVisit", equalTo(true));
        lookUp(clinic, "+34600000778").body("hasVisit", equalTo(false));
        lookUp(clinic, "+351600000777").body("hasVisit", equalTo(false));
        lookUp(clinic(), "+34600000777").body("hasVisit", equalTo(false));
    }

    @Test
    void a_visit_that_is_over_or_cancelled_is_one() {
        var clinic = clinic();
        cancel(book(clinic, "600 000 777"));

        clock.set("2027-04-01T09:00:00Z");

        lookUp(clinic, "+34600000777").body("hasVisit", equalTo(true));
    }

    @Test
    void what_cannot_be_looked_up_says_why() {
        lookUp("nobody", "+34600000777").statusCode(404).body("code", equalTo("UNKNOWN_CLINIC"));
        lookUp(clinic(), "600 000 777").statusCode(422).body("field", equalTo("phone"));
        given().contentType("application/json")
                .body("{}")
                .post("/clinics/{id}/visits/look-up", clinic())
                .then()
                .statusCode(422)
                .body("field", equalTo("phone"));
    }

    private static String book(String clinic, String phone) {
        var visit = fresh("visit");
        post(clinic, booking(visit, SLOT).replace("600 000 123", phone)).then().statusCode(201);
        return visit;
    }

    private static ValidatableResponse lookUp(String clinic, String phone) {
        return given().contentType("application/json")
                .body("{\"phone\":\"" + phone + "\"}")
                .post("/clinics/{id}/visits/look-up", clinic)
                .then();
    }
}
