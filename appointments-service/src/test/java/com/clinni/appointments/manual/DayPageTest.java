package com.clinni.appointments.manual;

import static com.clinni.appointments.House.SLOT;
import static com.clinni.appointments.House.book;
import static com.clinni.appointments.House.booking;
import static com.clinni.appointments.House.cancel;
import static com.clinni.appointments.House.clinic;
import static com.clinni.appointments.House.fresh;
import static com.clinni.appointments.House.post;
import static com.clinni.appointments.House.timeline;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.clinni.appointments.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(FakeTexts.class)
class DayPageTest {

    private static final String DAY = "2027-03-10";
    private static final String DAY_OF = "/clinics/{id}/day";

    @Inject MutableClock clock;
    FakeTexts texts;

    @BeforeEach
    void on_a_march_morning() {
        clock.set("2027-03-01T09:00:00Z");
        texts.say(FakeTexts.text("Hola"));
    }

    @Test
    void a_day_is_shown_in_the_clinics_zone_and_in_the_order_of_its_hours() {
        var clinic = clinic("zone", "\"Atlantic/Canary\"");
        book(clinic, "2027-03-10T23:30:00Z");
        book(clinic, "2027-03-10T09:00:00Z");
        book(clinic, "2027-03-11T00:30:00Z");
        cancel(book(clinic, "2027-03-10T10:00:00Z"));

        var page = page(clinic, DAY, "es");

        assertThat(page)
                .contains("Clínica Prado", "miércoles, 10 de marzo de 2027", "Atlantic/Canary")
                .contains("Ana", "600 000 123", "Programado", "Abrir WhatsApp", "Lo he enviado")
                .contains("date=2027-03-09", "date=2027-03-11")
                .doesNotContain("00:30", "10:00");
        assertThat(page.indexOf("09:00")).isBetween(0, page.indexOf("23:30"));
    }

    @Test
    void the_page_speaks_english_to_who_asks_for_it() {
        var clinic = clinic();
        book(clinic, SLOT);

        assertThat(page(clinic, DAY, "en"))
                .contains("<html lang=\"en\">", "Wednesday", "Scheduled", "Open WhatsApp");
        assertThat(page(clinic, "2027-03-12", "en")).contains("No visits on that day");
        assertThat(page(clinic, "2027-03-12", "es")).contains("no hay citas");
    }

    @Test
    void the_page_speaks_the_clinics_language_to_who_prefers_none() {
        var clinic = clinic("language", "\"en\"");

        given().header("Accept-Language", "fr")
                .get(DAY_OF, clinic)
                .then()
                .body(containsString("<html lang=\"en\">"));
    }

    @Test
    void the_page_brings_nothing_from_elsewhere_and_stays_nowhere() {
        given().get(DAY_OF, clinic())
                .then()
                .statusCode(200)
                .contentType("text/html;charset=utf-8")
                .header("Content-Security-Policy", startsWith("default-src 'none'"))
                .header("Cache-Control", "no-store");
    }

    @Test
    void a_hostile_name_is_shown_and_does_nothing() {
        var clinic = clinic();
        post(clinic, booking(fresh("visit"), SLOT).replace("Ana", "<script>alert(1)</script>{day}"))
                .then()
                .statusCode(201);

        assertThat(page(clinic, DAY, "es"))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;{day}")
                .doesNotContain("<script>");
    }

    @Test
    void who_cannot_be_written_to_has_no_button_but_the_reason() {
        var clinic = clinic();
        post(clinic, booking(fresh("visit"), SLOT).replace("600 000 123", "910 000 001"));

        assertThat(page(clinic, DAY, "es"))
                .contains("No es un móvil")
                .doesNotContain("Abrir WhatsApp", "Lo he enviado");
    }

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

    @Test
    void a_day_with_more_visits_than_a_page_holds_says_so() {
        var clinic = clinic("reminders", "[]");
        importVisits(clinic, 500);
        assertThat(page(clinic, DAY, "es")).doesNotContain("más de 500 citas");

        importVisits(clinic, 501);

        var page = page(clinic, DAY, "es");
        assertThat(page).contains("más de 500 citas", "P500").doesNotContain("P501");
        assertThat(page(clinic, DAY, "en")).contains("more than 500 visits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-02-30", "mañana", "99999-01-01"})
    void a_date_that_is_none_is_refused(String date) {
        given().queryParam("date", date)
                .get(DAY_OF, clinic())
                .then()
                .statusCode(400)
                .body("field", equalTo("date"));
    }

    @Test
    void an_unknown_clinic_has_no_day() {
        given().get("/clinics/nobody/day").then().statusCode(404);
    }

    private static String page(String clinic, String date, String lang) {
        return given().queryParam("date", date)
                .queryParam("lang", lang)
                .get(DAY_OF, clinic)
                .asString();
    }

    private static String pageAfter(Response press) {
        return given().urlEncodingEnabled(false).get(press.header("Location")).asString();
    }

    /** The last one comes last in the day. */
    private static void importVisits(String clinic, int count) {
        var agenda = new StringBuilder("Id;Fecha;Hora;Paciente;Móvil\n");
        for (var i = 1; i <= count; i++) {
            agenda.append(i)
                    .append(
                            ";10/03/2027;%02d:%02d;P%d;600000123%n"
                                    .formatted(8 + i / 60, i % 60, i));
        }
        given().contentType("text/csv")
                .body(agenda.toString().getBytes(StandardCharsets.UTF_8))
                .post("/clinics/{id}/appointments/import", clinic)
                .then()
                .statusCode(200);
    }

    private static Response open(String visit) {
        return given().redirects()
                .follow(false)
                .queryParam("lang", "es")
                .get("/appointments/{id}/manual-link/open", visit);
    }

    private static Response press(String clinic, String button, String visit) {
        return given().redirects()
                .follow(false)
                .header("Sec-Fetch-Site", "same-origin")
                .formParam("date", DAY)
                .formParam("lang", "es")
                .formParam("by", "Marta")
                .formParam(button, visit)
                .post(DAY_OF, clinic);
    }
}
