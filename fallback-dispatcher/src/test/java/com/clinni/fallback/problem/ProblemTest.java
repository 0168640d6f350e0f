package com.clinni.fallback.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.clinni.fallback.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProblemTest extends ServiceTest {

    private static final String PROBLEM = "application/problem+json";

    @Test
    void an_unknown_field_is_named() {
        given().contentType(ContentType.JSON)
                .body("{\"segments\": 5, \"reference\": \"x\", \"colour\": \"red\"}")
                .post("/clinics/sol/sms-credit/top-ups")
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("code", equalTo("UNKNOWN_FIELD"))
                .body("field", equalTo("colour"))
                .body("status", equalTo(400));
    }

    @Test
    void what_is_not_json_is_refused() {
        given().contentType(ContentType.JSON)
                .body("{\"segments\": ")
                .post("/clinics/sol/sms-credit/top-ups")
                .then()
                .statusCode(400)
                .contentType(PROBLEM);
    }

    @Test
    void another_content_type_is_refused() {
        given().contentType(ContentType.TEXT)
                .body("5 please")
                .post("/replays")
                .then()
                .statusCode(415)
                .contentType(PROBLEM);
    }

    /** Told before the body is sent: a server that reads ten megabytes has not refused them. */
    @Test
    void a_body_of_ten_megabytes_is_refused() throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream()
                    .write(
                            """
                            POST /replays HTTP/1.1\r
                            Host: localhost\r
                            Content-Type: application/json\r
                            Content-Length: 10000000\r
                            \r
                            """
                                    .getBytes(StandardCharsets.US_ASCII));

            var answer =
                    new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);

            assertThat(answer).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void what_is_not_there_is_not_found() {
        given().get("/dead-letters/0d2d1a1e-0000-5000-8000-000000000000")
                .then()
                .statusCode(404)
                .contentType(PROBLEM);
        given().get("/dead-letters/1").then().statusCode(404);
    }

    @Test
    void an_empty_body_is_refused() {
        given().contentType(ContentType.JSON).post("/replays").then().statusCode(400);
    }
}
