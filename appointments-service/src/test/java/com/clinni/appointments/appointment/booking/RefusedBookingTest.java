package com.clinni.appointments.appointment.booking;

import static com.clinni.appointments.TestClinics.SLOT;
import static com.clinni.appointments.TestClinics.booking;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.fresh;
import static com.clinni.appointments.TestClinics.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.clinni.testbed.token.TestToken;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class RefusedBookingTest {

    @Inject MutableClock clock;

    @BeforeEach
    void on_a_march_morning() {
        clock.set("2027-03-01T09:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2027-02-29T10:00        | INVALID",
                "2027-03-10              | INVALID",
                "2032-03-02T10:00        | TOO_FAR_AHEAD",
                "9999-01-01T10:00        | TOO_FAR_AHEAD",
                "2027-02-28T10:00        | IN_THE_PAST",
            })
    void a_start_that_cannot_be_is_unprocessable(String startsAt, String code) {
        post(clinic(), booking(fresh("visit"), startsAt))
                .then()
                .statusCode(422)
                .body("code", equalTo(code))
                .body("field", equalTo("startsAt"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"Ana\"              | \"\"              | REQUIRED | patient.firstName",
                "\"Ana\"              | \"A\\u0000a\"     | INVALID  | patient.firstName",
                "\"Ana\"              | \"A\\ud800\"      | INVALID  | patient.firstName",
                "\"p-1\"              | \"p 1\"           | INVALID  | patient.patientId",
                "\"p-1\"              | null              | REQUIRED | patient.patientId",
                "\"p-1\"              | \"12.345.678-z\"  | NATIONAL_ID | patient.patientId",
                "\"p-1\"              | \"X1234567L\"     | NATIONAL_ID | patient.patientId",
                "30,                  | 0,                | INVALID  | durationMinutes",
                "\"Ana\"              | \"Ana\",\"language\":\"fr\" | INVALID |"
                        + " patient.language",
            })
    void a_patient_must_be_somebody(String from, String to, String code, String field) {
        post(clinic(), booking(fresh("v"), SLOT).replace(from, to))
                .then()
                .statusCode(422)
                .body("code", equalTo(code))
                .body("field", equalTo(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>", "{{clinic}}", "=HYPERLINK(1)", "👩‍👩‍👧", "Z̸a̷l̶g̵o̴"})
    void a_strange_name_is_a_name(String name) {
        post(clinic(), booking(fresh("v"), SLOT).replace("Ana", name)).then().statusCode(201);
    }

    @Test
    void a_name_of_ten_thousand_letters_is_taken_and_a_longer_one_is_not() {
        var longest = "x".repeat(10_000);

        post(clinic(), booking(fresh("v"), SLOT).replace("Ana", longest)).then().statusCode(201);
        post(clinic(), booking(fresh("v"), SLOT).replace("Ana", longest + "x"))
                .then()
                .statusCode(422)
                .body("code", equalTo("TOO_LONG"));
    }

    @Test
    void what_is_no_booking_is_refused_as_a_problem() {
        var clinic = clinic();

        post(clinic, booking(fresh("v"), SLOT).replace("durationMinutes", "duration"))
                .then()
                .statusCode(400)
                .body("code", equalTo("UNKNOWN_FIELD"))
                .body("field", equalTo("duration"));
        post(clinic, booking(fresh("v"), SLOT).replace("30,", "\"half an hour\","))
                .then()
                .statusCode(400)
                .body("field", equalTo("durationMinutes"));
        post(clinic, "{\"startsAt\":\"x\",\"startsAt\":\"y\"}").then().statusCode(400);
        post(clinic, "[]").then().statusCode(400);
        post(clinic, "").then().statusCode(400);
        post(clinic, "{}").then().statusCode(422).body("field", equalTo("patient"));
        post(fresh("clinic"), booking(fresh("v"), SLOT))
                .then()
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_CLINIC"));
        given().contentType("application/xml")
                .body("<a/>")
                .post("/clinics/{id}/appointments", clinic)
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/clinics/c/appointments", "/clinics/c/appointments/import"})
    void ten_megabytes_are_too_large(String path) throws Exception {
        var request =
                HttpRequest.newBuilder(
                                URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                        .header("Content-Type", "application/json")
                        .version(HttpClient.Version.HTTP_1_1)
                        .header("Authorization", TestToken.forEverything().bearer())
                        .expectContinue(true)
                        .POST(BodyPublishers.ofByteArray(new byte[10 * 1024 * 1024]))
                        .build();

        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .contains("application/problem+json");
            assertThat(answer.body()).contains("TOO_LARGE");
        }
    }
}
