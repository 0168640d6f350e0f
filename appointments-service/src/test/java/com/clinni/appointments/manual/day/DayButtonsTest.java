package com.clinni.appointments.manual.day;

import static com.clinni.appointments.TestClinics.SLOT;
import static com.clinni.appointments.TestClinics.address;
import static com.clinni.appointments.TestClinics.book;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.timeline;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the buttons of a day do, and what is said then. */
@QuarkusTest
class DayButtonsTest extends DayPageScenario {

    @Test
    void a_day_is_sent_by_hand() {
        var clinic = clinic();
        var visit = book(clinic, SLOT);

        open(visit).then().statusCode(303).header("Location", startsWith("https://wa.me/"));
        press(clinic, "sent", visit)
                .then()
                .statusCode(303)
                .header("Location", endsWith("/day?date=2027-03-10&lang=es&said=CLOSED"));

        assertThat(page(clinic, DAY, "es"))
                .contains("Enviado a mano", "Ya está enviado")
                .doesNotContain("Abrir WhatsApp", "Lo he enviado");
    }

    @Test
    void a_page_from_before_opens_nothing_that_was_sent_since() {
        var clinic = clinic();
        var visit = book(clinic, SLOT);
        press(clinic, "sent", visit);

        var answer = open(visit);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.asString()).contains("<p>Ya está enviado");
        given().get(address(visit) + "/manual-link").then().statusCode(200);
        open(visit).then().statusCode(303);
    }

    @Test
    void a_visit_with_another_reminder_to_come_keeps_its_buttons() {
        var clinic = clinic("reminders", "[{\"before\":\"PT24H\"},{\"before\":\"PT2H\"}]");
        press(clinic, "sent", book(clinic, SLOT));

        assertThat(page(clinic, DAY, "es"))
                .contains("Enviado a mano", "Programado", "Abrir WhatsApp")
                .doesNotContain("Ya está enviado");
    }

    @Test
    void a_clinic_that_reminds_by_hand_only_sees_what_it_has_done() {
        var clinic = clinic("channel", "\"NONE\"");
        var visit = book(clinic, SLOT);
        assertThat(page(clinic, DAY, "es")).contains("Sin recordatorio", "Abrir WhatsApp");

        press(clinic, "sent", visit);

        assertThat(page(clinic, DAY, "es")).contains("Enviado a mano", "Ya está enviado");
    }

    @Test
    void ten_minutes_after_the_link_it_is_asked_once_whether_it_was_sent() {
        var clinic = clinic();
        var visit = book(clinic, SLOT);
        open(visit);
        clock.set("2027-03-01T09:09:59Z");
        assertThat(page(clinic, DAY, "es")).doesNotContain("¿Lo envió?");
        clock.set("2027-03-01T09:10:00Z");
        assertThat(page(clinic, DAY, "es")).contains("¿Lo envió?", "Sí, enviado");

        press(clinic, "notSent", visit).then().statusCode(303);

        assertThat(page(clinic, DAY, "es")).doesNotContain("¿Lo envió?").contains("Programado");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sent", "notSent"})
    void no_clinic_presses_another_ones_buttons(String button) {
        var visit = book(clinic(), SLOT);

        press(clinic(), button, visit)
                .then()
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_APPOINTMENT"));

        timeline(visit).then().body("state", contains("SCHEDULED"));
    }

    @Test
    void a_button_that_closed_nothing_says_why() {
        var clinic = clinic("reminders", "[]");
        var visit = book(clinic, SLOT);

        assertThat(pageAfter(press(clinic, "sent", visit)))
                .contains("ningún recordatorio pendiente");
        assertThat(pageAfter(press(clinic, "sent", visit))).contains("Ya constaba como enviado");
        assertThat(pageAfter(press(clinic, "notSent", visit))).doesNotContain("role=\"status\"");
    }

    @Test
    void an_address_makes_the_page_say_nothing_of_its_own() {
        given().queryParam("said", "<b>Llame al 600 000 000</b>")
                .get(DAY_OF, clinic())
                .then()
                .statusCode(200)
                .body(not(containsString("Llame")));
    }

    private static String pageAfter(Response press) {
        return given().urlEncodingEnabled(false).get(press.header("Location")).asString();
    }

    private static Response open(String visit) {
        return given().redirects()
                .follow(false)
                .queryParam("lang", "es")
                .get(address(visit) + "/manual-link/open");
    }

    private static Response press(String clinic, String button, String visit) {
        return given().redirects()
                .follow(false)
                .header("Sec-Fetch-Site", "same-origin")
                .formParam("date", DAY)
                .formParam("lang", "es")
                .formParam(button, visit)
                .post(DAY_OF, clinic);
    }
}
