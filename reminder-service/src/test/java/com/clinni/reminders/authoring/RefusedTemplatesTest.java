package com.clinni.reminders.authoring;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.clinni.testbed.token.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a text, told where it stands. */
@QuarkusTest
class RefusedTemplatesTest extends TemplateScenario {

    @Test
    void a_refused_text_is_told_by_code_field_line_and_column_before_anything_else() {
        put(Map.of("whatsapp", OWN)).statusCode(201);

        request()
                .header("If-Match", "\"9\"")
                .body(Map.of("whatsapp", OWN, "sms", "{date} {time}\n{doctor}"))
                .put(path("ca"))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("UNKNOWN_VARIABLE"))
                .body("field", equalTo("sms"))
                .body("line", equalTo(2))
                .body("column", equalTo(1))
                .body("errors.code", contains("UNKNOWN_VARIABLE"))
                .body(not(containsString("doctor")));
        get("ca").body("version", equalTo(1));
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        put(Map.of("whatsapp", "{date}", "sms", "Oferta {date} {time}", "emailSubject", " "))
                .statusCode(422)
                .body("errors.field", contains("whatsapp", "sms", "emailSubject"))
                .body("errors.code", contains("VARIABLE_MISSING", "MARKETING_WORD", "EMPTY"))
                .body("errors[0].variable", equalTo("time"));
    }

    @Test
    void a_variable_that_a_text_should_name_is_a_warning_only() {
        put(Map.of("sms", "{date} {time}"))
                .statusCode(201)
                .body("warnings.code", contains("VARIABLE_MISSING", "VARIABLE_MISSING"))
                .body("warnings.variable", contains("clinic", "phone"))
                .body("warnings.field", contains("sms", "sms"));
    }

    @Test
    void a_medical_word_needs_a_reason_which_stands_in_the_log_alone() {
        var texts = Map.of("whatsapp", OWN + " Cardiologia.");
        put(texts).statusCode(422).body("code", equalTo("MEDICAL_WORD"));

        put(Map.of(
                        "whatsapp",
                        OWN + " Cardiologia.",
                        "medicalOverride",
                        Map.of("reason", "the clinic's own name")))
                .statusCode(201)
                .body("warnings.code", contains("MEDICAL_WORD"))
                .body("warnings[0].word", equalTo("Cardiologia"))
                .body("overriddenBy", notNullValue())
                .body(not(containsString("own name")));
        list().body(not(containsString("own name")));
        RestAssured.get("/audit")
                .then()
                .body("items[0].action", equalTo("MEDICAL_WORDS_OVERRIDDEN"))
                .body("items[0].subjectId", equalTo("reminder"))
                .body("items[0].reason", equalTo("the clinic's own name"));
    }

    @Test
    void reception_lets_no_medical_word_pass() {
        request()
                .header("Authorization", TestToken.of("centro").at(clinic).bearer())
                .body(
                        Map.of(
                                "whatsapp",
                                OWN + " Cardiologia.",
                                "medicalOverride",
                                Map.of("reason", "the clinic's own name")))
                .put(path("ca"))
                .then()
                .statusCode(403)
                .body("code", equalTo("ROLE_NOT_ALLOWED"))
                .body("field", equalTo("medicalOverride"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "no", "a\nb c"})
    void an_override_says_why(String reason) {
        put(Map.of("whatsapp", OWN, "medicalOverride", Map.of("reason", reason)))
                .statusCode(422)
                .body("code", equalTo("REASON_REQUIRED"))
                .body("field", equalTo("medicalOverride.reason"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{clinic}{config:quarkus.http.port}", "{#each x}", "\\{date}", "a\u202Eb"})
    void a_text_that_wants_to_be_a_program_is_refused(String attack) {
        put(Map.of("emailText", "{date} {time} " + attack))
                .statusCode(422)
                .body("field", equalTo("emailText"))
                .body("line", equalTo(1));
    }

    @Test
    void texts_of_100_kilobytes_are_refused_and_bodies_beyond_the_limit_are_not_read() {
        put(Map.of("whatsapp", "{date} {time}" + "x".repeat(100_000)))
                .statusCode(422)
                .body("code", equalTo("TOO_LONG"));
        put(Map.of("whatsapp", "x".repeat(300_000)))
                .statusCode(413)
                .body("code", equalTo("TOO_LARGE"));
    }

    @ParameterizedTest
    @CsvSource({
        "/reminder/pt, LANGUAGE_UNKNOWN, language",
        "/invoice/es, KIND_UNKNOWN, kind",
    })
    void what_does_not_exist_is_not_found(String rest, String code, String field) {
        tellOf(clinic);
        request()
                .get("/clinics/" + clinic + "/templates" + rest)
                .then()
                .statusCode(404)
                .body("code", equalTo(code))
                .body("field", equalTo(field));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"whatsap\":\"x\"}       | UNKNOWN_FIELD   | whatsap",
                "{\"whatsapp\":\"x\"       | BODY_UNREADABLE |",
                "[1]                       | BODY_UNREADABLE |",
                "{\"sms\":\"x\",\"sms\":1} | BODY_UNREADABLE |",
                "null                      | BODY_UNREADABLE |",
            })
    void a_body_that_cannot_be_read_is_a_problem(String body, String code, String field) {
        request()
                .body(body)
                .put(path("ca"))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("field", field == null ? nullValue() : equalTo(field));
    }
}
