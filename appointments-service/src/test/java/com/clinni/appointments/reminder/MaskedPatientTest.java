package com.clinni.appointments.reminder;

import static com.clinni.appointments.TestClinics.SLOT;
import static com.clinni.appointments.TestClinics.book;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.timeline;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.conformance.EveryRoute;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.clinni.testbed.token.TestToken;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a reminder is for: masked until somebody says why they must know. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class MaskedPatientTest {

    private static final String WHY = "the patient rang about it";

    /** The clinic's own pages, from which somebody calls and writes. */
    private static final String OWN_PAGES = ".*/(day|manual-link|manual-link/open)";

    @Inject MutableClock clock;
    @TestHTTPResource URI service;

    @BeforeEach
    void on_a_march_morning() {
        clock.set("2027-03-01T09:00:00Z");
    }

    @Test
    void timelines_and_lists_show_a_masked_number_and_the_first_name() {
        var clinic = clinic();
        var visit = book(clinic, SLOT);

        timeline(visit)
                .then()
                .body("[0].patient.firstName", equalTo("Ana"))
                .body("[0].patient.phone", equalTo("+34 6•• ••• 123"))
                .body(not(containsString("600 000")));
        given().get("/clinics/{id}/reminders", clinic)
                .then()
                .body("[0].patient.phone", equalTo("+34 6•• ••• 123"))
                .body(not(containsString("600 000")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"consulta", "soporte", "centro"})
    void whatever_is_read_tells_no_more_but_for_the_clinics_own_pages(String role) {
        var clinic = clinic();
        var visit = book(clinic, SLOT);
        var token = TestToken.of(role).at(clinic).bearer();
        var ids =
                Map.of(
                        "clinicId", List.of(clinic),
                        "appointmentId", List.of(visit),
                        "patientId", List.of("p-1"));
        var reads =
                EveryRoute.of(service).calls(ids, new Random(0)).stream()
                        .filter(call -> call.method().equals("GET"))
                        .filter(call -> !role.equals("centro") || !call.path().matches(OWN_PAGES))
                        .toList();

        assertThat(reads).hasSizeGreaterThan(5);
        for (var call : reads) {
            var answer =
                    given().urlEncodingEnabled(false)
                            .redirects()
                            .follow(false)
                            .header("Authorization", token)
                            .get(call.path());
            assertThat(answer.asString())
                    .as("%s: %d", call.route(), answer.statusCode())
                    .doesNotContain("600 000", "600000", "ana@");
        }
    }

    @Test
    void in_full_they_are_told_for_a_reason_that_stands_in_the_log() {
        var clinic = clinic();
        var visit = book(clinic, SLOT);

        unmask(clinic, visit, WHY)
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("phone", equalTo("600 000 123"));

        given().get("/audit?subjectId={id}&action=CONTACT_UNMASKED", visit)
                .then()
                .body("items[0].clinicId", equalTo(clinic))
                .body("items[0].outcome", equalTo("DONE"))
                .body("items[0].reason", equalTo(WHY));
    }

    @Test
    void without_a_reason_or_under_another_clinic_nothing_is_told() {
        var visit = book(clinic(), SLOT);
        var other = clinic();

        unmask(other, visit, "no").statusCode(422).body("code", equalTo("REASON_REQUIRED"));
        unmask(other, visit, WHY).statusCode(404).body("code", equalTo("UNKNOWN_APPOINTMENT"));

        given().get("/audit?subjectId={id}&action=CONTACT_UNMASKED", visit)
                .then()
                .body("items[0].clinicId", equalTo(other))
                .body("items[0].outcome", equalTo("REFUSED"));
    }

    private static ValidatableResponse unmask(String clinic, String visit, String reason) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("reason", reason))
                .post("/clinics/{clinic}/appointments/{visit}/unmask", clinic, visit)
                .then();
    }
}
