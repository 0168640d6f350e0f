package com.clinni.appointments.clinic;

import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.fresh;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.clinni.testbed.token.TestToken;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A clinic's account, which it pays for: reception does not change it, the head of support does.
 */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class ClinicAccountTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BASIC | PATCH | {\"account\":\"PRO\"}",
                "BASIC | PATCH | {\"account\":\"PRO\",\"channel\":\"WHATSAPP\"}",
                "PRO   | PATCH | {\"account\":\"BASIC\"}",
                "PRO   | PATCH | {\"account\":null}",
                "BASIC | PUT   | {\"name\":\"Prado\",\"phone\":\"910000000\",\"account\":\"PRO\"}",
                "PRO   | PUT   | {\"name\":\"Prado\",\"phone\":\"910000000\"}"
            })
    void reception_does_not_change_it(String account, String method, String body) {
        var id = clinic("account", "\"" + account + "\"");

        asReception(id, method, body)
                .statusCode(403)
                .body("code", equalTo("ROLE_NOT_ALLOWED"))
                .body("field", equalTo("account"));

        given().get("/clinics/{id}", id).then().body("account", equalTo(account));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PATCH | {\"language\":\"ca\"}",
                "PATCH | {\"language\":\"ca\",\"account\":\"PRO\"}",
                "PUT   |"
                    + " {\"name\":\"P\",\"phone\":\"910000000\",\"language\":\"ca\",\"account\":\"PRO\"}"
            })
    void reception_changes_all_else(String method, String body) {
        var id = clinic("account", "\"PRO\"");

        asReception(id, method, body).statusCode(200).body("language", equalTo("ca"));
    }

    @Test
    void reception_makes_no_clinic_with_more_than_a_basic_account() {
        var id = fresh("clinic");
        var pro = "{\"name\":\"Prado\",\"phone\":\"910000000\",\"account\":\"PRO\"}";

        asReception(id, "PUT", pro).statusCode(403).body("field", equalTo("account"));
        given().get("/clinics/{id}", id).then().statusCode(404);
        asReception(id, "PUT", pro.replace("PRO", "BASIC")).statusCode(201);
    }

    private static ValidatableResponse asReception(String id, String method, String body) {
        return given().header("Authorization", TestToken.of("centro").at(id).bearer())
                .contentType("application/json")
                .body(body)
                .request(method, "/clinics/{id}", id)
                .then();
    }
}
