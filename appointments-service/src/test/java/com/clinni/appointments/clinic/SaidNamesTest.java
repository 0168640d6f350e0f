package com.clinni.appointments.clinic;

import static com.clinni.appointments.TestClinics.SLOT;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.fresh;
import static com.clinni.appointments.TestClinics.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.clinni.appointments.TestDatabase;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and addresses that messages say: what is refused, and what is told to who wrote it. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class SaidNamesTest {

    private static final String NORMAL = "\"Centro Prado\"";

    @Inject MutableClock clock;
    @Inject TestDatabase database;

    @BeforeEach
    void on_a_march_morning() {
        clock.set("2027-03-01T09:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name    | www.premios.example            | LINK",
                "name    | Centro Prado https://e.test/x  | LINK",
                "name    | centro-prado.es                | LINK",
                "name    | Centro\\nPrado                | CONTROL_CHARACTER",
                "name    | Centro \\u202EodarP            | CONTROL_CHARACTER",
                "address | Calle Mayor 1, wa.me/600000123 | LINK",
                "address | Calle\\tMayor                 | CONTROL_CHARACTER",
                "phone   | bit.ly/llame                   | LINK",
            })
    void a_clinic_with_a_link_or_a_control_character_is_not_saved(
            String field, String value, String code) {
        var id = fresh("clinic");

        put(id, field, "\"" + value + "\"")
                .then()
                .statusCode(422)
                .body("code", equalTo(code))
                .body("field", equalTo(field));
        given().get("/clinics/{id}", id).then().statusCode(404);

        put(id).then().statusCode(201);
        given().contentType(ContentType.JSON)
                .body("{\"" + field + "\":\"" + value + "\"}")
                .patch("/clinics/{id}", id)
                .then()
                .statusCode(422)
                .body("code", equalTo(code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name    | Clínica de Fisioterapia Prado | MEDICAL_WORD   | Fisioterapia",
                "name    | Centro Prado, gran OFERTA     | MARKETING_WORD | OFERTA",
                "name    | Centro Prado 600 000 123      | PHONE_NUMBER   | 600 000 123",
                "address | Unidad de Oncología, 2.º      | MEDICAL_WORD   | Oncología",
            })
    void a_word_that_looks_odd_in_a_message_is_told_by_name(
            String field, String value, String code, String word) {
        put(fresh("clinic"), field, "\"" + value + "\"")
                .then()
                .statusCode(201)
                .body("warnings", hasSize(1))
                .body("warnings[0].code", equalTo(code))
                .body("warnings[0].field", equalTo(field))
                .body("warnings[0].detail", containsString("\"" + word + "\""));
    }

    @Test
    void an_ordinary_clinic_has_no_warnings() {
        put(fresh("clinic"), "name", NORMAL, "address", "\"C/ Mayor, 1-3, 08000 Sort\"")
                .then()
                .statusCode(201)
                .body("warnings", nullValue());
    }

    @Test
    void a_name_is_kept_with_each_letter_as_one_character() {
        put(fresh("clinic"), "name", "\"Cli\u0301nica Prado\"")
                .then()
                .body("name", equalTo("Clínica Prado"));
    }

    @ParameterizedTest
    @CsvSource({
        "www.premios.example, LINK",
        "Ana premios.com, LINK",
        "'Ana\\nLuis', CONTROL_CHARACTER",
    })
    void a_visit_of_a_first_name_with_a_link_is_not_booked(String name, String code) {
        book(clinic(), name, "k-1")
                .statusCode(422)
                .body("code", equalTo(code))
                .body("field", equalTo("patient.firstName"));
    }

    @Test
    void an_odd_word_in_a_first_name_is_told_each_time_and_kept_nowhere() {
        var clinic = clinic();

        for (var time = 0; time < 2; time++) {
            book(clinic, "Ana 600 000 123", "k-1")
                    .statusCode(201)
                    .body("warnings.code", equalTo(List.of("PHONE_NUMBER")))
                    .body("warnings[0].field", equalTo("patient.firstName"))
                    .body("warnings[0].detail", containsString("\"600 000 123\""));
        }

        assertThat(
                        database.query(
                                "SELECT answer FROM idempotent_answer WHERE clinic_id = ?",
                                row -> row.getString(1),
                                clinic))
                .singleElement()
                .asString()
                .doesNotContain("600");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 11, -3})
    void an_sms_has_one_to_ten_segments(int segments) {
        put(fresh("clinic"), "smsMaxSegments", String.valueOf(segments))
                .then()
                .statusCode(422)
                .body("field", equalTo("smsMaxSegments"));
    }

    private static ValidatableResponse book(String clinicId, String firstName, String key) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(
                        """
                        {"startsAt":"%s","patient":{"patientId":"p-1","firstName":"%s",
                         "phone":"600 000 123"}}\
                        """
                                .formatted(SLOT, firstName))
                .post("/clinics/{id}/appointments", clinicId)
                .then();
    }
}
