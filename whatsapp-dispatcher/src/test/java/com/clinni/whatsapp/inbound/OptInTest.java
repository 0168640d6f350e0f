package com.clinni.whatsapp.inbound;

import static com.clinni.events.DeliveryState.ACCEPTED;
import static com.clinni.events.DeliveryState.SENDING;
import static com.clinni.events.DeliveryState.SUPPRESSED;
import static com.clinni.events.DeliveryState.WAITING;
import static com.clinni.whatsapp.inbound.WahaWebhooks.written;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.clinni.events.Topics;
import com.clinni.whatsapp.TestMessage;
import com.clinni.whatsapp.optout.FakeVisitLookUp;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A clinic that was asked writes again: that clinic, to a patient of its own. */
@QuarkusTest
class OptInTest extends ReplyScenario {

    @Inject FakeVisitLookUp visits;

    @BeforeEach
    void clinics() {
        List.of("sol", "mar", "away")
                .forEach(clinic -> scene.update("INSERT INTO clinic VALUES (?)", clinic));
    }

    @Test
    void the_clinic_that_was_asked_writes_again_and_no_other() throws Exception {
        var phone = outWithAVisitAt("sol");

        optIn("sol", phone)
                .statusCode(200)
                .body("optedOut", equalTo(true))
                .body("exceptions", hasSize(1))
                .body("exceptions[0].clinicId", equalTo("sol"))
                .body("changes", hasSize(2))
                .body("changes[1].clinicId", equalTo("sol"))
                .body("changes[1].optedOut", equalTo(false))
                .body("changes[1]", not(hasKey("reason")));
        RestAssured.get("/audit")
                .then()
                .body("items[0].action", equalTo("OPTED_IN"))
                .body("items[0].clinicId", equalTo("sol"))
                .body("items[0].subjectId", nullValue())
                .body("items[0].reason", equalTo("lo pidió por teléfono"));

        var one = of("sol", phone);
        var other = of("mar", phone);
        scene.arrives(one, other);
        scene.round();
        assertThat(scene.reportedOf(one)).containsExactly(WAITING, SENDING, ACCEPTED);
        assertThat(scene.reportedOf(other)).containsExactly(SUPPRESSED);
        optIn("sol", phone).statusCode(404).body("code", equalTo("NOT_OPTED_OUT"));
    }

    @Test
    void others_are_told_the_clinic_and_that_the_number_stays_out() throws Exception {
        var phone = outWithAVisitAt("sol");
        optIn("sol", phone).statusCode(200);

        assertThat(told()).hasSize(2);
        assertThat(told().getLast())
                .contains("\"optedOut\":true", "\"by\":\"CLINIC\"", "\"clinicId\":\"sol\"");
        assertThat(told().getFirst()).doesNotContain("clinicId");
    }

    @Test
    void a_clinic_speaks_for_its_own_patients_only() throws Exception {
        var phone = outWithAVisitAt("sol");

        optIn("mar", phone)
                .statusCode(409)
                .body("code", equalTo("NO_VISIT"))
                .body("field", equalTo("phone"));
        optIn("nobody", phone).statusCode(404).body("code", equalTo("UNKNOWN_CLINIC"));
        optIn("away", phone).statusCode(503).body("code", equalTo("VISITS_UNAVAILABLE"));
        assertThat(told()).hasSize(1);
    }

    @Test
    void a_clinic_is_not_told_which_other_clinics_write_to_its_patient() throws Exception {
        var phone = outWithAVisitAt("sol");
        visits.has("mar", phone);
        optIn("sol", phone).statusCode(200);

        optIn("mar", phone)
                .statusCode(200)
                .body("exceptions.clinicId", equalTo(List.of("mar")))
                .body("changes.by", equalTo(List.of("PATIENT", "CLINIC")))
                .body("changes[1].clinicId", equalTo("mar"));
    }

    @Test
    void who_never_opted_out_needs_no_opt_in() {
        var phone = scene.phoneOn("default");
        visits.has("sol", phone);

        optIn("sol", phone).statusCode(404).body("code", equalTo("NOT_OPTED_OUT"));
    }

    @Test
    void a_clinic_does_not_learn_whether_a_stranger_opted_out() throws Exception {
        var out = outWithAVisitAt("sol");
        var never = scene.phoneOn("default");

        optIn("mar", out).statusCode(409).body("code", equalTo("NO_VISIT"));
        optIn("mar", never).statusCode(409).body("code", equalTo("NO_VISIT"));
    }

    @Test
    void another_baja_ends_it_and_what_waits_is_suppressed() throws Exception {
        var phone = outWithAVisitAt("sol");
        optIn("sol", phone).statusCode(200);
        var waiting = of("sol", phone);
        scene.arrives(waiting);
        clock.advance(Duration.ofMinutes(5));

        writes(phone, "BAJA");

        assertThat(newest("effect")).isEqualTo("OPTED_OUT");
        assertThat(scene.reportedOf(waiting)).containsExactly(WAITING, SUPPRESSED);
        var later = of("sol", phone);
        scene.arrives(later);
        assertThat(scene.reportedOf(later)).containsExactly(SUPPRESSED);
        assertThat(told()).hasSize(3);
    }

    @Test
    void what_is_told_late_does_not_undo_the_clinics_word() throws Exception {
        var before = clock.millis();
        var phone = outWithAVisitAt("sol");
        optIn("sol", phone).statusCode(200);
        clock.advance(Duration.ofMinutes(1));
        var late = written(clock.millis(), chat(phone), "BAJA");
        hears(
                late.replace(
                        "\"timestamp\":" + clock.millis() / 1000 + ",",
                        "\"timestamp\":" + before / 1000 + ","));

        var message = of("sol", phone);
        scene.arrives(message);
        scene.round();
        assertThat(scene.reportedOf(message)).containsExactly(WAITING, SENDING, ACCEPTED);
    }

    @Test
    void who_hears_from_a_clinic_again_is_answered_again() throws Exception {
        var phone = outWithAVisitAt("sol");
        optIn("sol", phone).statusCode(200);

        writes(phone, "¿A qué hora era?");

        assertThat(newest("effect")).isEqualTo("REPLIED");
        assertThat(answersTo(phone)).hasSize(2);
    }

    @Test
    void a_request_that_lacks_something_says_what() {
        optIn("sol", "600", "by phone").statusCode(422).body("field", equalTo("phone"));
        optIn("sol", "+34600000123", "")
                .statusCode(422)
                .body("code", equalTo("REASON_REQUIRED"))
                .body("field", equalTo("reason"));
    }

    /** An hour after BAJA. */
    private String outWithAVisitAt(String clinic) throws Exception {
        var phone = scene.phoneOn("default");
        visits.has(clinic, phone);
        writes(phone, "BAJA");
        clock.advance(Duration.ofHours(1));
        return phone;
    }

    private TestMessage of(String clinic, String phone) {
        return due(phone).ofClinic(clinic, clinic, null);
    }

    /** The opt-outs and opt-ins that were published, in order. */
    private List<String> told() {
        return scene.outbox().stream()
                .map(sent -> sent.publication())
                .filter(event -> event.topic().equals(Topics.OPT_OUT_CHANGED))
                .map(event -> new String(event.value(), UTF_8))
                .toList();
    }

    private static ValidatableResponse optIn(String clinic, String phone) {
        return optIn(clinic, phone, "lo pidió por teléfono");
    }

    private static ValidatableResponse optIn(String clinic, String phone, String reason) {
        return RestAssured.given()
                .contentType("application/json")
                .body("{\"phone\":\"%s\",\"reason\":\"%s\"}".formatted(phone, reason))
                .post("/clinics/{clinic}/opt-ins", clinic)
                .then();
    }
}
