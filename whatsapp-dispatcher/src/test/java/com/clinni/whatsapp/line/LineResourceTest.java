package com.clinni.whatsapp.line;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.conformance.ManagementPort;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.clinni.whatsapp.ServiceDriver;
import com.clinni.whatsapp.SimulatedGateways;
import com.clinni.whatsapp.line.health.HealthSource;
import com.clinni.whatsapp.line.health.LineHealth;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(SimulatedGateways.class)
class LineResourceTest {

    @Inject ServiceDriver scene;
    @Inject MutableClock clock;
    @Inject LineHealth health;

    @BeforeEach
    void begin() {
        scene.begin();
    }

    @Test
    void lines_tell_how_they_stand() {
        RestAssured.get("/lines")
                .then()
                .statusCode(200)
                .body("line", contains("default", "second"))
                .body("state", contains("ABLE", "ABLE"))
                .body("[0].since", notNullValue())
                .body("[0]", hasKey("limitPerDay"))
                .body("[0].waiting", equalTo(0))
                .body("[0].sentToday", equalTo(0))
                .body("[0].confirmRatio", nullValue());
    }

    @Test
    void a_person_pauses_and_resumes_and_the_outage_is_on_record() {
        post("pause", "{\"reason\":\"spam marks\"}")
                .statusCode(200)
                .body("state", equalTo("PAUSED"))
                .body("pauseReason", equalTo("spam marks"))
                .body("pauseWaits", equalTo(false));
        clock.advance(Duration.ofMinutes(5));
        post("resume", "{\"reason\":\"all well\"}").statusCode(200).body("state", equalTo("ABLE"));
        RestAssured.get("/audit")
                .then()
                .body("items.action", contains("LINE_RESUMED", "LINE_PAUSED"))
                .body("items.subjectId", contains("default", "default"))
                .body("items.reason", contains("all well", "spam marks"));

        RestAssured.get("/outages?from=2030-03-05T12:00:00Z&to=2030-03-05T13:00:00Z")
                .then()
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].line", equalTo("default"))
                .body("[0].cause", equalTo("PAUSED"))
                .body("[0].from", equalTo("2030-03-05T12:00:00Z"))
                .body("[0].to", equalTo("2030-03-05T12:05:00Z"));
        RestAssured.get("/outages?from=2030-03-05T12:05:00Z&to=2030-03-05T13:00:00Z")
                .then()
                .body("", hasSize(0));
    }

    @Test
    void a_stop_needs_a_reason_and_a_line() {
        problem(post("pause", "{}"), 422, "REASON_REQUIRED");
        problem(post("pause", "{\"reason\":\"" + "x".repeat(501) + "\"}"), 422, "REASON_REQUIRED");
        problem(post("resume", "{\"reason\":\" \"}"), 422, "REASON_REQUIRED");
        problem(post("pause", "{"), 400, "BODY_UNREADABLE");
        problem(post("pause", "{\"reason\":\"x\",\"waiting\":\"PERHAPS\"}"), 422, "INVALID");
        problem(
                RestAssured.given()
                        .contentType("application/json")
                        .body("{\"reason\":\"x\"}")
                        .post("/lines/nowhere/pause")
                        .then(),
                404,
                "LINE_UNKNOWN");
        problem(RestAssured.get("/outages?from=yesterday").then(), 422, "NOT_AN_INSTANT");
        problem(
                RestAssured.get("/outages?from=2030-01-02T00:00:00Z&to=2030-01-01T00:00:00Z")
                        .then(),
                422,
                "INTERVAL_EMPTY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause", "resume"})
    void what_is_no_small_json_body_of_known_fields_is_refused_as_a_problem(String what) {
        problem(post(what, "{\"reason\":\"x\",\"colour\":\"red\"}"), 400, "UNKNOWN_FIELD")
                .body("field", equalTo("colour"))
                .body("type", equalTo("about:blank"))
                .body("title", equalTo("Bad Request"))
                .body("status", equalTo(400));
        problem(
                RestAssured.given()
                        .contentType("text/plain")
                        .body("stop")
                        .post("/lines/default/" + what)
                        .then(),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        problem(post(what, "x".repeat(256 * 1024 + 1)), 413, "TOO_LARGE");
        RestAssured.get("/lines").then().body("state", contains("ABLE", "ABLE"));
    }

    /** What a script on any page can send without asking: bytes without a type. */
    @Test
    void a_page_of_another_site_pauses_no_line() {
        var plain =
                RestAssured.given()
                        .noContentType()
                        .body("{\"reason\":\"x\"}".getBytes(StandardCharsets.UTF_8));

        problem(
                plain.header("Origin", "https://elsewhere.example")
                        .post("/lines/default/pause")
                        .then(),
                403,
                "CROSS_SITE");
        problem(
                RestAssured.given().noContentType().post("/lines/default/pause").then(),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        RestAssured.get("/lines").then().body("state", contains("ABLE", "ABLE"));
    }

    @Test
    void silence_must_last_before_it_counts_and_a_refusal_counts_at_once() {
        health.failed("second", HealthSource.SEND, com.clinni.events.Cause.GATEWAY_UNREACHABLE);
        health.worked("second", HealthSource.SEND);
        health.failed("second", HealthSource.SEND, com.clinni.events.Cause.GATEWAY_UNREACHABLE);
        RestAssured.get("/lines").then().body("[1].state", equalTo("ABLE"));
        health.failed("default", HealthSource.SEND, com.clinni.events.Cause.CREDENTIALS_REFUSED);
        RestAssured.get("/lines")
                .then()
                .body("[0].state", equalTo("DOWN"))
                .body("[0].cause", equalTo("CREDENTIALS_REFUSED"));
        health.worked("second", HealthSource.SEND);
    }

    @Test
    void the_service_is_ready_and_documented_whatever_the_lines_do() {
        health.failed("default", HealthSource.SEND, com.clinni.events.Cause.CREDENTIALS_REFUSED);
        RestAssured.get(ManagementPort.health("ready")).then().statusCode(200);
        RestAssured.get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.keySet()", hasItems("/lines", "/outages", "/webhooks/waha/{line}"));
    }

    private static ValidatableResponse post(String what, String body) {
        return RestAssured.given()
                .contentType("application/json")
                .body(body)
                .post("/lines/default/" + what)
                .then();
    }

    private static ValidatableResponse problem(
            ValidatableResponse response, int status, String code) {
        return response.statusCode(status)
                .contentType(containsString("application/problem+json"))
                .body("code", equalTo(code));
    }
}
