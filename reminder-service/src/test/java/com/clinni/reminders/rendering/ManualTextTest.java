package com.clinni.reminders.rendering;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.clinni.testbed.token.TestToken;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class ManualTextTest {

    private static final String VISIT =
            """
            {"startsAt":"2030-03-06T15:30:00Z",
             "clinic":{"clinicId":"prado","name":"Clínica Prado","phone":"910 000 000",
                       "zone":"Atlantic/Canary","language":"ca","channel":"WHATSAPP",
                       "fallback":"NONE","fallbackAfter":"PT15M"},
             "patient":{"patientId":"p-1","firstName":"Ana"}}
            """;

    @Test
    void a_text_for_the_clinics_own_phone_does_not_say_that_nobody_reads_there() {
        asking(VISIT)
                .statusCode(200)
                .body("language", is("ca"))
                .body(
                        "text",
                        is(
                                """
                                Hola, Ana:

                                Li recordem la seva cita a Clínica Prado el dimecres 6 de març del 2030 a les 15:30.

                                Si no hi pot venir, avisi la clínica amb temps, si us plau.\
                                """));
    }

    @Test
    void a_service_of_some_clinics_has_no_other_clinics_texts() {
        asking(VISIT, TestToken.of("servicio").at("prado")).statusCode(200);
        asking(VISIT, TestToken.of("servicio").at("sol"))
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_CLINIC"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"phone\":\"910 000 000\",                |                | clinic.phone |"
                        + " TEMPLATE_DATA_MISSING",
                "\"zone\":\"Atlantic/Canary\",             |                | clinic.zone  |"
                        + " SCHEMA_INVALID",
                "\"startsAt\":\"2030-03-06T15:30:00Z\",    |                | startsAt     |"
                        + " SCHEMA_INVALID",
            })
    void what_is_missing_is_named(String there, String instead, String field, String code) {
        asking(VISIT.replace(there.strip(), instead == null ? "" : instead))
                .statusCode(422)
                .contentType(startsWith("application/problem+json"))
                .body("code", equalTo(code))
                .body("field", equalTo(field));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no json                                  | BODY_UNREADABLE |",
                "[]                                       | BODY_UNREADABLE |",
                "{\"startsAt\":\"soon\"}                    | INVALID         | startsAt",
                "{\"clinic\":{\"zone\":\"Europe/Madird\"}}  | INVALID         | clinic.zone"
            })
    void what_cannot_be_read_is_refused_and_not_repeated(String body, String code, String field) {
        asking(body).statusCode(400).body("code", equalTo(code)).body("field", equalTo(field));
    }

    @Test
    void an_endless_body_is_not_read() {
        asking("x".repeat(300_000)).statusCode(413);
    }

    private static ValidatableResponse asking(String body, TestToken token) {
        return given().header("Authorization", token.bearer())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/texts-by-hand")
                .then();
    }

    private static ValidatableResponse asking(String body) {
        return given().contentType(ContentType.JSON).body(body).post("/texts-by-hand").then();
    }
}
