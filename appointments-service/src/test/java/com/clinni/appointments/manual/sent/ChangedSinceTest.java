package com.clinni.appointments.manual.sent;

import static com.clinni.appointments.TestClinics.SLOT;
import static com.clinni.appointments.TestClinics.address;
import static com.clinni.appointments.TestClinics.book;
import static com.clinni.appointments.TestClinics.cancel;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.move;
import static com.clinni.appointments.TestClinics.timeline;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.clinni.appointments.manual.day.DayPageScenario;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** A visit that moves between "Open WhatsApp" and "I sent it". */
@QuarkusTest
class ChangedSinceTest extends DayPageScenario {

    private static final String NOON = "2027-03-10T12:00:00+01:00";

    @Test
    void a_link_that_was_sent_after_a_move_told_the_old_hour() {
        var visit = book(clinic(), SLOT);
        link(visit).then().statusCode(200).body("version", equalTo(1));
        move(visit, NOON).then().statusCode(200);

        sent(visit, "").statusCode(200).body("result", equalTo("CHANGED_SINCE"));

        timeline(visit)
                .then()
                .body("state", contains("SENT_BY_HAND", "SCHEDULED"))
                .body("[0].history[-1].detail", notNullValue());
        sent(visit, "\"version\":1").body("result", equalTo("SENT_ALREADY"));
    }

    @Test
    void a_new_link_tells_the_new_hour() {
        var visit = book(clinic(), SLOT);
        link(visit);
        move(visit, NOON).then().statusCode(200);
        link(visit).then().body("version", equalTo(2));

        sent(visit, "").body("result", equalTo("CLOSED"));
        sent(visit, "\"version\":2").body("result", equalTo("SENT_ALREADY"));
        sent(visit, "\"version\":1").body("result", equalTo("CHANGED_SINCE"));

        timeline(visit).then().body("state", contains("SENT_BY_HAND", "SENT_BY_HAND"));
    }

    @Test
    void a_cancelled_visit_keeps_that_its_hour_was_told() {
        var visit = book(clinic(), SLOT);
        link(visit);
        cancel(visit).then().statusCode(204);

        sent(visit, "").statusCode(200).body("result", equalTo("CHANGED_SINCE"));

        timeline(visit).then().body("state", contains("SENT_BY_HAND"));
    }

    @Test
    void a_link_that_was_not_sent_told_nothing() {
        var clinic = clinic();
        var visit = book(clinic, SLOT);
        link(visit);
        move(visit, NOON).then().statusCode(200);

        press(clinic, "notSent", visit, 1).then().statusCode(303);

        sent(visit, "").body("result", equalTo("CLOSED"));
        timeline(visit).then().body("state", contains("CANCELLED", "SENT_BY_HAND"));
    }

    @Test
    void a_page_from_before_speaks_of_what_it_shows_and_says_that_it_changed() {
        var clinic = clinic();
        var visit = book(clinic, SLOT);
        assertThat(page(clinic, DAY, "es"))
                .contains("/manual-link/open?lang=es&amp;version=1\"", "/day?version=1\"");
        move(visit, NOON).then().statusCode(200);

        var press = press(clinic, "sent", visit, 1);

        press.then().statusCode(303).header("Location", endsWith("said=CHANGED_SINCE"));
        assertThat(given().urlEncodingEnabled(false).get(press.header("Location")).asString())
                .contains("la cita ha cambiado", "Programado", "Abrir WhatsApp", "version=2\"");
        timeline(visit).then().body("state", contains("SENT_BY_HAND", "SCHEDULED"));
    }

    @Test
    void a_page_that_was_loaded_anew_still_speaks_of_the_link_in_hand() {
        var clinic = clinic();
        var visit = book(clinic, SLOT);
        link(visit);
        move(visit, NOON).then().statusCode(200);

        press(clinic, "sent", visit, 2)
                .then()
                .statusCode(303)
                .header("Location", endsWith("said=CHANGED_SINCE"));
    }

    @Test
    void a_page_from_before_opens_no_new_hour() {
        var visit = book(clinic(), SLOT);
        move(visit, NOON).then().statusCode(200);

        open(visit, 1).then().statusCode(409).body(containsString("<p>La cita ha cambiado"));
        timeline(visit).then().body("linkGivenAt.findAll { it != null }.size()", equalTo(0));
        open(visit, 2).then().statusCode(303);
    }

    @Test
    void no_version_that_the_visit_never_had() {
        var visit = book(clinic(), SLOT);

        sent(visit, "\"version\":2").statusCode(422).body("field", equalTo("version"));
        sent(visit, "\"version\":0").statusCode(422).body("field", equalTo("version"));
    }

    private static Response link(String visit) {
        return given().get(address(visit) + "/manual-link");
    }

    private static Response open(String visit, long version) {
        return given().redirects()
                .follow(false)
                .queryParam("lang", "es")
                .queryParam("version", version)
                .get(address(visit) + "/manual-link/open");
    }

    private static ValidatableResponse sent(String visit, String version) {
        return given().contentType(ContentType.JSON)
                .body("{%s}".formatted(version))
                .post(address(visit) + "/sent-by-hand")
                .then();
    }

    private static Response press(String clinic, String button, String visit, long version) {
        return given().redirects()
                .follow(false)
                .header("Sec-Fetch-Site", "same-origin")
                .queryParam("version", version)
                .formParam("date", DAY)
                .formParam("lang", "es")
                .formParam(button, visit)
                .post(DAY_OF, clinic);
    }
}
