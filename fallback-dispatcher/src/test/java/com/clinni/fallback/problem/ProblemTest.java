package com.clinni.fallback.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.clinni.fallback.ServiceTest;
import com.clinni.testbed.token.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemTest extends ServiceTest {

    private static final String PROBLEM = "application/problem+json";
    private static final String REPLAYS = "/replays";
    private static final String TOP_UPS = "/clinics/sol/sms-credit/top-ups";
    private static final String DISCARD =
            "/dead-letters/0d2d1a1e-0000-5000-8000-000000000000/discard";

    @ParameterizedTest
    @ValueSource(strings = {REPLAYS, TOP_UPS, DISCARD})
    void an_unknown_field_is_named(String path) {
        given().contentType(ContentType.JSON)
                .body("{\"by\": \"x\"}")
                .post(path)
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("type", equalTo("about:blank"))
                .body("title", equalTo("Bad Request"))
                .body("status", equalTo(400))
                .body("code", equalTo("UNKNOWN_FIELD"))
                .body("field", equalTo("by"));
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

    @ParameterizedTest
    @ValueSource(strings = {REPLAYS, TOP_UPS, DISCARD})
    void another_content_type_is_refused(String path) {
        given().contentType(ContentType.TEXT)
                .body("5 please")
                .post(path)
                .then()
                .statusCode(415)
                .contentType(PROBLEM)
                .body("status", equalTo(415));
    }

    /** Told before the body is sent: a server that reads ten megabytes has not refused them. */
    @ParameterizedTest
    @ValueSource(strings = {REPLAYS, TOP_UPS, DISCARD})
    void a_body_of_ten_megabytes_is_refused_unread(String path) throws IOException {
        var head = "Content-Length: 10000000\r\n\r\n";

        assertThat(answerTo(path, head))
                .startsWith("HTTP/1.1 413")
                .containsIgnoringCase("content-type: " + PROBLEM)
                .contains("\"status\":413", "\"code\":\"TOO_LARGE\"");
    }

    @Test
    void a_body_that_grows_too_large_is_refused() throws IOException {
        var chunk = "{\"reason\":\"" + "x".repeat(0x80000);
        var body =
                "Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n"
                        .formatted(chunk.length(), chunk);

        assertThat(answerTo(REPLAYS, body)).startsWith("HTTP/1.1 413");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "1000000000"})
    void a_page_that_cannot_be_is_refused(String page) {
        given().get("/dead-letters?page=" + page)
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("field", equalTo("page"));
    }

    private static String answerTo(String path, String rest) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            var in = socket.getInputStream();
            var head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n";
            var type = "Content-Type: application/json\r\n";
            var token = "Authorization: " + TestToken.forEverything().bearer() + "\r\n";
            socket.getOutputStream()
                    .write((head + type + token + rest).getBytes(StandardCharsets.US_ASCII));
            var answer = new StringBuilder();
            for (int c; !answer.toString().endsWith("}") && (c = in.read()) >= 0; ) {
                answer.append((char) c);
            }
            return answer.toString();
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
