package com.clinni.appointments.clinic;

import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.fresh;
import static com.clinni.appointments.TestClinics.put;
import static com.clinni.appointments.TestClinics.putBody;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class ClinicResourceTest {

    @Test
    void what_is_left_out_has_its_default() {
        var id = fresh("clinic");

        putBody(id, "{\"name\":\"Clínica Prado\",\"phone\":\"910000000\"}")
                .then()
                .statusCode(201)
                .body("quietHours.from", equalTo("21:00"))
                .body("warnings", nullValue());

        given().get("/clinics/{id}", id)
                .then()
                .statusCode(200)
                .body("clinicId", equalTo(id))
                .body("zone", equalTo("Europe/Madrid"))
                .body("language", equalTo("es"))
                .body("account", equalTo("BASIC"))
                .body("channel", equalTo("EMAIL"))
                .body("reminders[0].before", equalTo("PT24H"))
                .body("reminders[0].sendBefore", equalTo("PT15M"))
                .body("fallback", equalTo("NONE"))
                .body("fallbackAfter", equalTo("PT15M"))
                .body("quietHours.from", equalTo("21:00"))
                .body("quietHours.to", equalTo("09:00"))
                .body("manualSending", equalTo("AUTO"))
                .body("smsAccents", equalTo("KEEP"))
                .body("corrections", equalTo("ALL"));
    }

    @Test
    void everything_that_is_said_is_kept_and_a_second_put_replaces_it() {
        var id = fresh("clinic");
        put(
                        id,
                        "address",
                        "\"Calle Mayor 1\"",
                        "zone",
                        "\"Atlantic/Canary\"",
                        "language",
                        "\"ca\"",
                        "account",
                        "\"PRO\"",
                        "channel",
                        "\"WHATSAPP\"",
                        "reminders",
                        "[{\"before\":\"PT2H\",\"sendBefore\":\"PT5M\"},"
                                + "{\"daysBefore\":1,\"at\":\"18:00\"}]",
                        "fallback",
                        "\"SMS\"",
                        "fallbackAfter",
                        "\"PT0S\"",
                        "quietHours",
                        "{\"from\":\"21:00\",\"to\":\"09:00\"}",
                        "manualSending",
                        "\"WEB\"",
                        "smsAccents",
                        "\"PLAIN\"",
                        "corrections",
                        "\"CANCELLED\"")
                .then()
                .statusCode(201);

        given().get("/clinics/{id}", id)
                .then()
                .body("channel", equalTo("WHATSAPP"))
                .body("reminders[0].sendBefore", equalTo("PT5M"))
                .body("reminders[1].daysBefore", equalTo(1))
                .body("reminders[1].at", equalTo("18:00"))
                .body("fallbackAfter", equalTo("PT0S"))
                .body("smsAccents", equalTo("PLAIN"))
                .body("corrections", equalTo("CANCELLED"))
                .body("quietHours.from", equalTo("21:00"));
        put(id, "quietHours", "null")
                .then()
                .statusCode(200)
                .body("quietHours", nullValue())
                .body("channel", equalTo("EMAIL"));
    }

    @Test
    void no_quiet_hours_is_said_on_purpose_and_an_answer_that_comes_back_still_says_it() {
        var id = clinic("quietHours", "null");

        var answer = given().get("/clinics/{id}", id).asString();

        assertThat(answer).contains("\"quietHours\":null");
        putBody(id, answer).then().statusCode(200);
        given().get("/clinics/{id}", id).then().body("quietHours", nullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zone           | \"Europe/Madird\"   | INVALID            | zone",
                "zone           | \"GMT+25\"          | INVALID            | zone",
                "zone           | \"+01:00\"          | INVALID            | zone",
                "language       | \"fr\"              | INVALID            | language",
                "account        | \"GOLD\"            | INVALID            | account",
                "channel        | \"FAX\"             | INVALID            | channel",
                "corrections    | \"SOME\"            | INVALID            | corrections",
                "channel        | \"WHATSAPP\"        | WHATSAPP_NEEDS_PRO | channel",
                "phone          | \" \"               | REQUIRED           | phone",
                "name           | \"\\u0000\"         | INVALID            | name",
                "name           | \"\\ud800\"         | INVALID            | name",
                "fallbackAfter  | \"-PT1S\"           | INVALID            | fallbackAfter",
                "quietHours     | {\"from\":\"21:00\"} | REQUIRED          | quietHours",
                "reminders      | [{\"before\":\"-PT1H\"}] | INVALID | reminders[0].before",
                "reminders      | [{\"before\":\"PT10M\"}] | INVALID | reminders[0].before",
                "reminders      | [{\"daysBefore\":0,\"at\":\"18:00\"}] | INVALID |"
                        + " reminders[0].daysBefore",
                "reminders      | [{\"daysBefore\":1}] | REQUIRED | reminders[0].at",
                "reminders      | [{\"before\":\"PT1H\"},{\"before\":\"PT60M\"}] | REPEATED |"
                        + " reminders",
                "reminders      | [null] | REQUIRED | reminders[0]",
            })
    void a_value_that_cannot_be_is_unprocessable(
            String field, String json, String code, String at) {
        put(fresh("clinic"), field, json)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("field", equalTo(at));
    }

    @Test
    void six_rules_are_too_many_and_none_are_allowed() {
        var six =
                "[{\"before\":\"PT1H\"},{\"before\":\"PT2H\"},{\"before\":\"PT3H\"},"
                        + "{\"before\":\"PT4H\"},{\"before\":\"PT5H\"},{\"before\":\"PT6H\"}]";

        put(fresh("clinic"), "reminders", six).then().statusCode(422);
        put(fresh("clinic"), "reminders", "[]").then().statusCode(201);
    }

    @Test
    void a_field_nobody_knows_is_a_bad_request() {
        put(fresh("clinic"), "chanel", "\"SMS\"")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("UNKNOWN_FIELD"))
                .body("field", equalTo("chanel"));
    }

    @Test
    void broken_json_is_a_bad_request_and_another_type_is_refused() {
        given().contentType(ContentType.JSON)
                .body("{\"name\":")
                .put("/clinics/{id}", fresh("clinic"))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("BODY_UNREADABLE"));
        given().contentType(ContentType.TEXT)
                .body("name")
                .put("/clinics/{id}", fresh("clinic"))
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void a_clinic_nobody_knows_is_not_found() {
        given().get("/clinics/{id}", fresh("clinic"))
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("UNKNOWN_CLINIC"));
    }
}
