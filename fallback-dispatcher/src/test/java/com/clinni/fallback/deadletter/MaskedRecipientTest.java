package com.clinni.fallback.deadletter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.clinni.events.Cause;
import com.clinni.events.Fallback;
import com.clinni.fallback.ServiceTest;
import com.clinni.fallback.TestMessage;
import com.clinni.testbed.conformance.EveryRoute;
import com.clinni.testbed.token.TestToken;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a dead letter was for: masked until somebody says why they must know. */
@QuarkusTest
class MaskedRecipientTest extends ServiceTest {

    @TestHTTPResource URI service;

    @Test
    void lists_and_letters_show_a_masked_number_and_address() {
        var id = letter();

        given().get("/dead-letters?state=ALL")
                .then()
                .body("items[0].recipient.phone", equalTo("+34 6•• ••• 123"))
                .body("items[0].recipient.email", equalTo("a•••@example.test"))
                .body(not(containsString("600000123")))
                .body(not(containsString("ana.ruiz")));
        given().get("/dead-letters/{id}", id)
                .then()
                .body("recipient.phone", equalTo("+34 6•• ••• 123"))
                .body(not(containsString("600000123")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"consulta", "soporte"})
    void whatever_is_read_tells_no_more(String role) {
        var id = letter();
        given().contentType(ContentType.JSON)
                .body(Map.of("ids", List.of(id), "dryRun", true, "reason", "a trial"))
                .post("/replays");
        var ids =
                Map.of(
                        "id", List.of(id.toString()),
                        "clinicId", List.of("sol"),
                        "patientId", List.of("p-1"),
                        "token", List.of("none"));
        var reads =
                EveryRoute.of(service).calls(ids, new Random(0)).stream()
                        .filter(call -> call.method().equals("GET"))
                        .toList();

        assertThat(reads).hasSizeGreaterThan(5);
        for (var call : reads) {
            var answer =
                    given().urlEncodingEnabled(false)
                            .header("Authorization", TestToken.of(role).bearer())
                            .get(call.path() + "?state=ALL");
            assertThat(answer.asString())
                    .as("%s: %d", call.route(), answer.statusCode())
                    .doesNotContain("600000", "600 000", "ana.ruiz");
        }
    }

    @Test
    void in_full_they_are_told_for_a_reason_that_stands_in_the_log() {
        var id = letter();

        unmask(id, "the patient rang about it")
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("phone", equalTo("+34600000123"))
                .body("email", equalTo("ana.ruiz@example.test"));

        given().get("/audit")
                .then()
                .body("items[0].action", equalTo("CONTACT_UNMASKED"))
                .body("items[0].subjectId", equalTo(id.toString()))
                .body("items[0].clinicId", equalTo("sol"))
                .body("items[0].reason", equalTo("the patient rang about it"));
    }

    @Test
    void without_a_reason_nothing_is_told() {
        unmask(letter(), " ").statusCode(422).body("code", equalTo("REASON_REQUIRED"));
        unmask(UUID.randomUUID(), "the patient rang about it").statusCode(404);
    }

    @Test
    void of_bytes_that_have_been_deleted_nothing_is_told_and_the_letter_is_still_shown() {
        var id = letter();
        execute("UPDATE message SET record_value = NULL");

        given().get("/dead-letters/{id}", id).then().body("recipient", nullValue());
        unmask(id, "the patient rang about it").statusCode(200).body("phone", nullValue());
    }

    private UUID letter() {
        return died(
                TestMessage.message()
                        .clinic("sol")
                        .email("ana.ruiz@example.test")
                        .fallback(Fallback.NONE)
                        .build(),
                Cause.LINE_DOWN);
    }

    private static ValidatableResponse unmask(UUID id, String reason) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("reason", reason))
                .post("/dead-letters/{id}/unmask", id)
                .then();
    }
}
