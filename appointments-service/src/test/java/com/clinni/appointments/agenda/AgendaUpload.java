package com.clinni.appointments.agenda;

import static io.restassured.RestAssured.given;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Agendas sent to a clinic as a program or a browser sends them. */
final class AgendaUpload {

    static final String DAY = "25/11/2026";
    private static final List<String> COUNTS =
            List.of(
                    "booked",
                    "moved",
                    "changed",
                    "cancelled",
                    "unchanged",
                    "skipped",
                    "rejectedLines",
                    "continued");

    private AgendaUpload() {}

    /** Imports a file whose lines are joined, and answers when it was taken. */
    static JsonPath load(String clinic, String... lines) {
        var answer = send(clinic, "", String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        answer.then().statusCode(200);
        return answer.jsonPath();
    }

    static JsonPath dryRun(String clinic, String... lines) {
        var file = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        return send(clinic, "?dryRun=true", file).jsonPath();
    }

    static Response send(String clinic, String query, byte[] file) {
        return given().config(
                        RestAssuredConfig.config()
                                .encoderConfig(
                                        EncoderConfig.encoderConfig()
                                                .appendDefaultContentCharsetToContentTypeIfUndefined(
                                                        false)))
                .contentType("text/csv")
                .body(file)
                .post("/clinics/{id}/appointments/import" + query, clinic);
    }

    /** Booked, moved, changed, cancelled, unchanged, skipped, rejected. */
    static List<Integer> counts(JsonPath report) {
        return COUNTS.subList(0, 7).stream().map(report::getInt).toList();
    }

    /** What the counts add up to. */
    static int sum(JsonPath report) {
        return COUNTS.stream().mapToInt(report::getInt).sum();
    }

    /** The visits of a clinic as its list of reminders has them: how many in each state. */
    static List<String> states(String clinic) {
        return given().get("/clinics/{id}/reminders", clinic).jsonPath().getList("state");
    }
}
