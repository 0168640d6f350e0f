package com.clinni.fallback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.clinni.testbed.infrastructure.DatabaseAdmin;
import com.clinni.testbed.token.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The access log, by what it tells about requests. */
@QuarkusTest
class AccessLogTest extends ServiceTest {

    private static final UUID NOBODYS = UUID.fromString("0d2d1a1e-0000-5000-8000-000000000000");

    @Test
    void a_read_of_dead_letters_leaves_one_row_however_many_it_returned() {
        given().get("/dead-letters").then().statusCode(200);

        assertThat(query("SELECT action, outcome FROM access_log"))
                .containsExactly(Map.of("action", "DEAD_LETTERS_LISTED", "outcome", "DONE"));
    }

    @Test
    void numbers_without_patients_leave_none() {
        given().get("/dead-letters/causes").then().statusCode(200);
        given().get("/clinics/sol/sms-credit").then().statusCode(200);

        assertThat(query("SELECT * FROM access_log")).isEmpty();
    }

    @Test
    void a_change_stands_with_its_reason_and_asked_twice_says_that_nothing_changed() {
        CreditClient.topUp("sol", 50);
        CreditClient.topUp("sol", 50);

        audit("")
                .body("items.outcome", contains("UNCHANGED", "DONE"))
                .body("items.clinicId", contains("sol", "sol"))
                .body("items[1].action", equalTo("SMS_CREDIT_TOPPED_UP"))
                .body("items[1].subjectId", equalTo("invoice-sol"))
                .body("items[1].reason", equalTo("invoice paid"))
                .body("items[1].requestId", notNullValue())
                .body("next", nullValue());
    }

    @Test
    void what_was_refused_stands_without_having_changed_anything() {
        CreditClient.topUp("sol", 50);
        topUp("sol", Map.of("segments", 70, "reference", "invoice-sol", "reason", "again"))
                .statusCode(409);
        given().get("/dead-letters/{id}", NOBODYS).then().statusCode(404);
        topUp("sol", Map.of("segments", 0)).statusCode(422);

        audit("")
                .body("items.outcome", contains("REFUSED", "REFUSED", "DONE"))
                .body("items[0].action", equalTo("DEAD_LETTER_READ"))
                .body("items[0].subjectId", equalTo(NOBODYS.toString()))
                .body("items[1].action", equalTo("SMS_CREDIT_TOPPED_UP"));
    }

    @Test
    void support_sends_no_more_than_a_hundred_again_and_the_try_stands_with_who_it_was() {
        var letters = Stream.generate(UUID::randomUUID).limit(101).map(UUID::toString).toList();
        given().contentType(ContentType.JSON)
                .header("Authorization", TestToken.of("soporte").bearer())
                .body(Map.of("ids", letters, "reason", "WhatsApp is back"))
                .post("/replays")
                .then()
                .statusCode(403)
                .body("code", equalTo("ROLE_NOT_ALLOWED"))
                .body("field", equalTo("ids"));

        audit("")
                .body("items[0].action", equalTo("REPLAY_STARTED"))
                .body("items[0].outcome", equalTo("REFUSED"))
                .body("items[0].role", equalTo("SOPORTE"))
                .body("items[0].subject", notNullValue());
    }

    @Test
    void the_log_is_for_responsable_alone() {
        for (var role : List.of("consulta", "soporte", "servicio")) {
            given().header("Authorization", TestToken.of(role).bearer())
                    .get("/audit")
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void a_request_is_told_by_the_id_that_its_caller_gave_it_or_by_ours() {
        given().header("X-Request-Id", "console-4711")
                .get("/dead-letters")
                .then()
                .header("X-Request-Id", "console-4711");
        var ours =
                given().header("X-Request-Id", "not one word")
                        .get("/dead-letters")
                        .then()
                        .extract()
                        .header("X-Request-Id");

        audit("").body("items.requestId", contains(ours, "console-4711"));
    }

    @Test
    void a_read_that_cannot_be_recorded_is_not_answered() {
        DatabaseAdmin.execute("ALTER TABLE access_log RENAME TO access_log_away");
        try {
            given().get("/dead-letters")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .body("items", nullValue());
        } finally {
            DatabaseAdmin.execute("ALTER TABLE access_log_away RENAME TO access_log");
        }
    }

    @Test
    void the_log_is_found_by_clinic_action_subject_and_time_the_newest_first() {
        CreditClient.topUp("sol", 50);
        clock.advance(Duration.ofMinutes(10));
        CreditClient.topUp("luna", 50);
        var then = clock.instant();

        audit("clinic=luna").body("items.clinicId", contains("luna"));
        audit("action=SMS_CREDIT_TOPPED_UP").body("items.clinicId", contains("luna", "sol"));
        audit("subjectId=invoice-sol").body("items.clinicId", contains("sol"));
        audit("subject=somebody").body("items", empty());
        audit("from=" + then + "&action=SMS_CREDIT_TOPPED_UP")
                .body("items.clinicId", contains("luna"));
        audit("to=" + then).body("items.clinicId", contains("sol"));
    }

    @Test
    void a_page_goes_on_where_the_one_before_ended_though_rows_were_added() {
        execute(
                "INSERT INTO access_log (at, subject, role, action, subject_id, outcome)"
                        + " SELECT '2030-01-01T00:00:00Z', 's', 'SOPORTE', 'VISIT_READ', i, 'DONE'"
                        + " FROM generate_series(1, 150) AS i");

        var first = audit("action=VISIT_READ").body("items", hasSize(100)).extract();
        CreditClient.topUp("sol", 50);

        var second =
                audit("action=VISIT_READ&after=" + first.path("next"))
                        .body("items", hasSize(50))
                        .body("next", nullValue())
                        .extract();
        assertThat(first.<List<String>>path("items.subjectId")).first().isEqualTo("150");
        assertThat(second.<List<String>>path("items.subjectId")).first().isEqualTo("50");
    }

    @ParameterizedTest
    @CsvSource({
        "from=yesterday, from",
        "to=2030-13-01T00:00:00Z, to",
        "from=2030-01-02T00:00:00Z&to=2030-01-01T00:00:00Z, to",
        "action=LOOKED, action",
        "clinic=a%0Ab, clinic",
        "after=1, after",
        "after=999999999999999999-999999999999999999999, after"
    })
    void a_question_that_cannot_be_is_refused(String question, String field) {
        given().urlEncodingEnabled(false)
                .get("/audit?" + question)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("INVALID"))
                .body("field", equalTo(field));
    }

    @Test
    void only_what_is_older_than_two_years_can_be_forgotten_whatever_is_asked_for() {
        execute(
                "INSERT INTO access_log (at, subject, role, action, outcome) SELECT now() - i *"
                    + " interval '1 day', 's', 'SOPORTE', 'VISIT_READ', 'DONE' FROM unnest(ARRAY[0,"
                    + " 729, 735, 740, 900]) AS i");

        assertThat(query("SELECT forget_access_log(now() + interval '9 years', 2) AS gone"))
                .containsExactly(Map.of("gone", 2));
        assertThat(query("SELECT forget_access_log(now() - interval '1000 days', 9) AS gone"))
                .containsExactly(Map.of("gone", 0));
        assertThat(query("SELECT forget_access_log(now(), 9) AS gone"))
                .containsExactly(Map.of("gone", 1));
        assertThat(query("SELECT id FROM access_log")).hasSize(2);
    }

    private static ValidatableResponse audit(String question) {
        return given().urlEncodingEnabled(false)
                .get("/audit" + (question.isEmpty() ? "" : "?" + question))
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse topUp(String clinic, Map<String, ?> body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/clinics/{id}/sms-credit/top-ups", clinic)
                .then();
    }
}
