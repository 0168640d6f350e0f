package com.clinni.appointments.manual.day;

import static com.clinni.appointments.TestClinics.SLOT;
import static com.clinni.appointments.TestClinics.book;
import static com.clinni.appointments.TestClinics.booking;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.fresh;
import static com.clinni.appointments.TestClinics.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page of a day shows. */
@QuarkusTest
class DayPageTest extends DayPageScenario {

    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

    @Test
    void a_day_is_shown_in_the_clinics_zone_and_in_the_order_of_its_hours() {
        var clinic = clinic("zone", "\"Atlantic/Canary\"");
        book(clinic, "2027-03-10T23:30:00Z");
        book(clinic, "2027-03-10T09:00:00Z");
        book(clinic, "2027-03-11T00:30:00Z");
        var page = page(clinic, DAY, "es");

        assertThat(page)
                .contains("Clínica Prado", "miércoles, 10 de marzo de 2027", "Atlantic/Canary")
                .contains("Ana", "600 000 123", "Programado", "Abrir WhatsApp", "Lo he enviado")
                .contains("date=2027-03-09", "date=2027-03-11")
                .doesNotContain("00:30");
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
    void a_page_that_nobody_uses_warns_two_minutes_before_its_session_ends() {
        assertThat(page(clinic(), DAY, "en"))
                .contains("animation-delay: 1680s", "animation-delay: 1800s")
                .contains("Your session ends in two minutes", "your session has ended");
        assertThat(page(clinic(), DAY, "es"))
                .contains("Dentro de dos minutos terminará su sesión", "su sesión ha terminado");
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

    @ParameterizedTest
    @CsvSource({
        "date=2027-02-30, 400, Esa fecha no existe",
        "date=2027-02-30&lang=en, 400, There is no such date",
        "date=ayer, 400, Esa fecha no existe"
    })
    void a_person_is_told_on_a_page_what_is_wrong_with_the_address(
            String query, int status, String sentence) {
        given().accept(BROWSER)
                .get(DAY_OF + "?" + query, clinic())
                .then()
                .statusCode(status)
                .contentType("text/html;charset=utf-8")
                .body(containsString(sentence));
    }

    @Test
    void a_person_at_a_clinic_that_is_none_is_told_on_a_page() {
        given().accept(BROWSER)
                .header("Accept-Language", "en-GB,en;q=0.9")
                .get("/clinics/nobody/day")
                .then()
                .statusCode(404)
                .contentType("text/html;charset=utf-8")
                .body(containsString("<html lang=\"en\">"))
                .body(containsString("There is no such clinic"));
    }

    @Test
    void a_person_whose_press_comes_from_elsewhere_is_told_on_a_page() {
        given().accept(BROWSER)
                .formParam("lang", "es")
                .formParam("sent", "visit")
                .post(DAY_OF, clinic())
                .then()
                .statusCode(403)
                .body(containsString("solo funciona desde la página del día"));
    }

    @Test
    void an_unknown_clinic_has_no_day() {
        given().get("/clinics/nobody/day").then().statusCode(404);
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
}
