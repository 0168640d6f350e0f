package com.clinni.reminders.authoring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clinics can do with their texts over HTTP. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class TemplateResourceTest {

    private static final String OWN = "Vine el {date} a les {time} a {clinic}.";

    private final String clinic = "c-" + UUID.randomUUID();

    @Test
    void who_wrote_nothing_has_the_texts_of_the_house_as_version_0() {
        get("ca")
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("version", equalTo(0))
                .body("whatsapp", containsString("Li recordem la seva cita"))
                .body("whatsappClosing", containsString("missatge automàtic"))
                .body("warnings", empty())
                .body("savedAt", nullValue());
    }

    @Test
    void the_first_save_creates_and_the_next_ones_make_versions() {
        put(Map.of("whatsapp", OWN))
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("version", equalTo(1))
                .body("sms", containsString("li recordem la cita"));
        put(Map.of("whatsapp", OWN + " Gràcies.")).statusCode(200).body("version", equalTo(2));

        get("ca").body("whatsapp", equalTo(OWN + " Gràcies.")).body("version", equalTo(2));
        get("es").body("version", equalTo(0));
    }

    @Test
    void saving_the_same_again_changes_nothing() {
        put(Map.of("whatsapp", OWN)).statusCode(201);

        put(Map.of("whatsapp", OWN)).statusCode(200).body("version", equalTo(1));
    }

    @Test
    void what_was_answered_can_be_sent_back() {
        put(Map.of("whatsapp", OWN));
        var answer = get("ca").extract().asString();

        request().body(answer).put(path("ca")).then().statusCode(200).body("version", equalTo(1));
    }

    @Test
    void a_stale_editor_does_not_overwrite_what_it_has_not_seen() {
        put(Map.of("whatsapp", OWN)).statusCode(201);
        put(Map.of("whatsapp", OWN + " A.")).statusCode(200);

        request()
                .header("If-Match", "\"1\"")
                .body(Map.of("whatsapp", OWN + " B."))
                .put(path("ca"))
                .then()
                .statusCode(412)
                .contentType("application/problem+json")
                .body("code", equalTo("VERSION_CONFLICT"));
        get("ca").body("version", equalTo(2)).body("whatsapp", equalTo(OWN + " A."));
        request()
                .header("If-Match", "\"2\"")
                .body(Map.of("whatsapp", OWN + " B."))
                .put(path("ca"))
                .then()
                .statusCode(200)
                .body("version", equalTo(3));
    }

    @Test
    void of_many_who_expect_the_same_version_exactly_one_saves() throws Exception {
        try (var editors = Executors.newFixedThreadPool(8)) {
            var saves =
                    IntStream.range(0, 8)
                            .<Callable<Integer>>mapToObj(
                                    n -> () -> expecting("\"0\"", OWN + " " + n))
                            .toList();

            assertThat(editors.invokeAll(saves))
                    .extracting(save -> save.get())
                    .containsOnly(201, 412)
                    .containsOnlyOnce(201);
        }
    }

    @Test
    void of_many_who_expect_nothing_every_one_saves_a_version_of_its_own() throws Exception {
        try (var editors = Executors.newFixedThreadPool(8)) {
            var saves =
                    IntStream.range(0, 8)
                            .<Callable<Integer>>mapToObj(n -> () -> expecting(null, OWN + " " + n))
                            .toList();

            assertThat(editors.invokeAll(saves))
                    .extracting(save -> save.get())
                    .containsOnly(200, 201)
                    .containsOnlyOnce(201);
        }
        get("ca").body("version", equalTo(8));
    }

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
    void a_medical_word_needs_somebody_who_answers_for_it_and_the_history_says_who() {
        var texts = Map.of("whatsapp", OWN + " Cardiologia.");
        put(texts).statusCode(422).body("code", equalTo("MEDICAL_WORD"));

        put(Map.of(
                        "whatsapp",
                        OWN + " Cardiologia.",
                        "medicalOverride",
                        Map.of("by", "m.vila", "reason", "the clinic's own name")))
                .statusCode(201)
                .body("warnings.code", contains("MEDICAL_WORD"))
                .body("medicalOverride.by", equalTo("m.vila"));
        list().body(
                        "find { it.kind == 'reminder' && it.language == 'ca' }"
                                + ".history[0].medicalOverride.reason",
                        equalTo("the clinic's own name"));
    }

    @ParameterizedTest
    @CsvSource({"'', why, by", "m.vila, ' ', reason", "m.vila, , reason", "'a\nb', why, by"})
    void an_override_says_who_and_why(String by, String reason, String field) {
        var override = new java.util.HashMap<String, String>();
        override.put("by", by);
        override.put("reason", reason);

        put(Map.of("whatsapp", OWN, "medicalOverride", override))
                .statusCode(422)
                .body("code", equalTo("OVERRIDE_UNUSABLE"))
                .body("field", equalTo("medicalOverride." + field));
    }

    @Test
    void an_earlier_version_and_the_house_s_text_can_be_brought_back() {
        put(Map.of("whatsapp", OWN));
        put(Map.of("whatsapp", OWN + " Nou."));

        restore(1)
                .statusCode(200)
                .body("version", equalTo(3))
                .body("restoredFrom", equalTo(1))
                .body("whatsapp", equalTo(OWN));
        restore(0)
                .statusCode(200)
                .body("version", equalTo(4))
                .body("restoredFrom", equalTo(0))
                .body("whatsapp", containsString("Li recordem"));
        restore(17).statusCode(404).body("code", equalTo("VERSION_UNKNOWN"));
        list().body(
                        "find { it.kind == 'reminder' && it.language == 'ca' }.history.version",
                        contains(4, 3, 2, 1));
    }

    @Test
    void a_list_shows_every_kind_and_language() {
        list().statusCode(200)
                .body("size()", equalTo(10))
                .body("version", not(hasItem(1)))
                .body("kind", hasItem("document-signed"));
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

    @Test
    void one_clinic_sees_nothing_of_another() {
        put(Map.of("whatsapp", OWN)).statusCode(201);

        given().get("/clinics/other-" + clinic + "/templates/reminder/ca")
                .then()
                .body("version", equalTo(0));
    }

    private int expecting(String tag, String text) {
        var request = request().body(Map.of("whatsapp", text));
        return (tag == null ? request : request.header("If-Match", tag))
                .put(path("ca"))
                .statusCode();
    }

    private ValidatableResponse put(Map<String, ?> body) {
        return request().body(body).put(path("ca")).then();
    }

    private ValidatableResponse restore(int version) {
        return request().body(Map.of("version", version)).post(path("ca") + "/restore").then();
    }

    private ValidatableResponse get(String language) {
        return request().get(path(language)).then();
    }

    private ValidatableResponse list() {
        return request().get("/clinics/" + clinic + "/templates").then();
    }

    private static RequestSpecification request() {
        return given().contentType(ContentType.JSON);
    }

    private String path(String language) {
        return "/clinics/" + clinic + "/templates/reminder/" + language;
    }
}
