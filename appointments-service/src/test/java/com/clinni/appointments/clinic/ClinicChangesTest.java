package com.clinni.appointments.clinic;

import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.fresh;
import static com.clinni.appointments.TestClinics.put;
import static com.clinni.appointments.TestClinics.putBody;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes of clinics that are there: by a patch, and by a PUT that says too little. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class ClinicChangesTest {

    private static final String EVENING = "{\"from\":\"20:00\",\"to\":\"08:00\"}";

    @Test
    void a_patch_changes_what_it_names_and_leaves_the_rest() {
        var id =
                clinic(
                        "address", "\"Calle Mayor 1\"",
                        "reminders", "[{\"before\":\"PT2H\"}]",
                        "quietHours", EVENING);

        patch(id, "{\"language\":\"ca\",\"quietHours\":{\"to\":\"10:00\"}}").statusCode(200);

        get(id).body("language", equalTo("ca"))
                .body("address", equalTo("Calle Mayor 1"))
                .body("reminders[0].before", equalTo("PT2H"))
                .body("quietHours.from", equalTo("20:00"))
                .body("quietHours.to", equalTo("10:00"));
    }

    @Test
    void null_in_a_patch_means_what_it_means_in_a_put() {
        var id =
                clinic(
                        "address", "\"Calle Mayor 1\"",
                        "language", "\"ca\"",
                        "quietHours", EVENING);

        patch(id, "{\"address\":null,\"language\":null,\"quietHours\":null}").statusCode(200);

        get(id).body("address", nullValue())
                .body("language", equalTo("es"))
                .body("quietHours", nullValue());
        patch(id, "{}").statusCode(200).body("quietHours", nullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":null}                      | 422 | REQUIRED        | name",
                "{\"quietHours\":{\"from\":null}}     | 422 | REQUIRED        | quietHours",
                "{\"channel\":\"WHATSAPP\"}           | 422 | WHATSAPP_NEEDS_PRO | channel",
                "{\"chanel\":\"SMS\"}                 | 400 | UNKNOWN_FIELD   | chanel",
                "{\"reminders\":{}}                   | 400 | INVALID         | reminders",
                "[]                                   | 400 | BODY_UNREADABLE |",
                "null                                 | 400 | BODY_UNREADABLE |",
                "{\"zone\":\"UTC\",\"zone\":\"UTC\"}  | 400 | BODY_UNREADABLE |",
            })
    void a_patch_that_cannot_be_changes_nothing(
            String json, int status, String code, String field) {
        var id = clinic("quietHours", EVENING);

        patch(id, json)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("field", field == null ? nullValue() : equalTo(field));

        get(id).header("ETag", equalTo("\"1\""));
    }

    @Test
    void a_clinic_nobody_knows_is_not_made_by_a_patch() {
        patch(fresh("clinic"), "{\"name\":\"Centro Prado\"}")
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_CLINIC"));
    }

    @ParameterizedTest
    @CsvSource({"PUT, '\"1\"', 412", "PATCH, '\"1\"', 412", "PUT, '\"2\"', 200", "PATCH, *, 200"})
    void who_read_an_older_version_does_not_overwrite_a_newer_one(
            String method, String ifMatch, int status) {
        var id = clinic();
        put(id, "language", "\"ca\"").then().header("ETag", equalTo("\"2\""));

        var answer =
                given().contentType("application/json")
                        .header("If-Match", ifMatch)
                        .body("{\"name\":\"Centro Prado\",\"phone\":\"910000000\"}")
                        .request(method, "/clinics/{id}", id)
                        .then()
                        .statusCode(status);

        if (status == 412) {
            answer.contentType("application/problem+json")
                    .body("code", equalTo("VERSION_CONFLICT"));
            get(id).body("language", equalTo("ca"));
        } else {
            answer.header("ETag", equalTo("\"3\""));
        }
    }

    @Test
    void a_clinic_that_must_be_there_is_not_made() {
        var id = fresh("clinic");

        given().contentType("application/json")
                .header("If-Match", "*")
                .body("{\"name\":\"Centro Prado\",\"phone\":\"910000000\"}")
                .put("/clinics/{id}", id)
                .then()
                .statusCode(412);

        get(id).statusCode(404);
    }

    @Test
    void patches_at_one_moment_all_hold() {
        var id = clinic();
        var patches =
                List.of(
                        "{\"language\":\"ca\"}",
                        "{\"address\":\"Calle Mayor 1\"}",
                        "{\"zone\":\"Atlantic/Canary\"}",
                        "{\"fallback\":\"SMS\"}");

        var all =
                patches.stream()
                        .map(json -> CompletableFuture.runAsync(() -> patch(id, json)))
                        .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).join();

        get(id).body("language", equalTo("ca"))
                .body("address", equalTo("Calle Mayor 1"))
                .body("zone", equalTo("Atlantic/Canary"))
                .body("fallback", equalTo("SMS"))
                .header("ETag", equalTo("\"5\""));
    }

    @Test
    void a_put_says_which_settings_it_reset() {
        var id =
                clinic(
                        "reminders", "[{\"before\":\"PT2H\"}]",
                        "fallback", "\"SMS\"",
                        "address", "\"Calle Mayor 1\"",
                        "language", "\"ca\"");

        putBody(
                        id,
                        "{\"name\":\"Centro Prado\",\"phone\":\"910000000\",\"language\":\"ca\","
                                + "\"address\":null,\"fallback\":null}")
                .then()
                .statusCode(200)
                .body("warnings.code", contains("RESET", "RESET", "RESET"))
                .body("warnings.field", containsInAnyOrder("reminders", "fallback", "quietHours"))
                .body("warnings.find { it.field == 'fallback' }.detail", containsString("\"SMS\""));

        get(id).body("address", nullValue()).body("warnings", nullValue());
    }

    @Test
    void a_put_that_repeats_what_is_there_resets_nothing() {
        var id = clinic();

        put(id).then().statusCode(200).body("warnings", nullValue());
    }

    private static ValidatableResponse patch(String clinicId, String json) {
        return given().contentType("application/merge-patch+json")
                .body(json)
                .patch("/clinics/{id}", clinicId)
                .then();
    }

    private static ValidatableResponse get(String clinicId) {
        return given().get("/clinics/{id}", clinicId).then();
    }
}
