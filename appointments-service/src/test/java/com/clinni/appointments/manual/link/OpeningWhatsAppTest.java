package com.clinni.appointments.manual.link;

import static com.clinni.appointments.TestClinics.SLOT;
import static com.clinni.appointments.TestClinics.address;
import static com.clinni.appointments.TestClinics.book;
import static com.clinni.appointments.TestClinics.booking;
import static com.clinni.appointments.TestClinics.cancel;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.fresh;
import static com.clinni.appointments.TestClinics.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.clinni.appointments.manual.PageLanguage;
import com.clinni.appointments.manual.link.FakeReminderService.Says;
import com.clinni.platform.http.Problem;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody presses "Open WhatsApp", and it cannot be opened: why, and what to do. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(value = FakeReminderService.class, scope = TestResourceScope.GLOBAL)
class OpeningWhatsAppTest {

    private static final String AGAIN = "Vuelva a intentarlo";

    @Inject MutableClock clock;
    FakeReminderService texts;

    @BeforeEach
    void on_a_march_morning() {
        clock.set("2027-03-01T09:00:00Z");
        texts.say(FakeReminderService.text("Hola"));
    }

    @Test
    void only_what_passes_by_itself_is_to_be_tried_again() {
        texts.say(new Says(500, "{}"));

        says(book(clinic(), SLOT), 503, "No se puede preparar el mensaje. " + AGAIN, "Try again");
    }

    @Test
    void a_cancelled_visit_needs_no_reminder() {
        var visit = book(clinic(), SLOT);
        cancel(visit);

        says(visit, 409, "La cita está anulada", "The visit is cancelled");
    }

    @Test
    void a_visit_that_is_over_or_unknown_says_so() {
        says("nobody", 404, "Esta cita no existe", "There is no such visit");
        var visit = book(clinic(), SLOT);
        clock.set("2027-03-10T15:30:00Z");
        says(visit, 409, "La cita ya ha pasado", "The visit is over");
    }

    @Test
    void a_number_that_is_no_mobile_one_is_to_be_corrected() {
        var visit = fresh("visit");
        var body = booking(visit, SLOT).replace("600 000 123", "910 000 001");
        post(clinic(), body).then().statusCode(201);

        says(visit, 422, "no es un móvil. Añada", "not a mobile number. Add");
    }

    @Test
    void a_missing_number_is_to_be_added() {
        var visit = fresh("visit");
        post(clinic(), booking(visit, SLOT).replace("\"phone\":\"600 000 123\",", ""));

        says(visit, 422, "no tiene teléfono. Añada", "has no phone number. Add");
    }

    @Test
    void who_wants_no_whatsapp_is_told_of_otherwise() {
        var visit = fresh("visit");
        var body =
                booking(visit, SLOT).replace("\"phone\"", "\"optedOut\":[\"WHATSAPP\"],\"phone\"");
        post(clinic(), body).then().statusCode(201);

        says(visit, 409, "no recibir WhatsApp", "does not want WhatsApp");
    }

    @ParameterizedTest
    @CsvSource({
        "TEMPLATE_DATA_MISSING, Complete los datos de la clínica, Complete the clinic",
        "SOMETHING_NEW,         'Revíselos, o llame',             'Check them, or call'",
    })
    void what_the_text_lacks_is_to_be_added(String code, String spanish, String english) {
        texts.say(new Says(422, "{\"code\":\"%s\",\"field\":\"clinic.phone\"}".formatted(code)));

        says(book(clinic(), SLOT), 422, spanish, english);
    }

    @Test
    void a_text_that_no_link_can_hold_is_to_be_shortened() {
        texts.say(FakeReminderService.text("😀".repeat(1_000)));

        says(book(clinic(), SLOT), 422, "Acorte el texto", "Shorten");
    }

    @Test
    void nothing_that_lasts_is_to_be_tried_again() {
        for (var why : LinkRefusal.values()) {
            assertThat(why.text(PageLanguage.SPANISH.messages()).contains(AGAIN))
                    .isEqualTo(why.name().equals("TEXTS_UNAVAILABLE"));
            assertThat(LinkRefusal.of(Problem.of(409, why.name(), null))).isEqualTo(why);
        }
    }

    private static void says(String visit, int status, String spanish, String english) {
        says("es", visit, status, spanish);
        says("en", visit, status, english);
    }

    private static void says(String lang, String visit, int status, String sentence) {
        given().queryParam("lang", lang)
                .get(address(visit) + "/manual-link/open")
                .then()
                .statusCode(status)
                .contentType("text/html;charset=utf-8")
                .header("Cache-Control", "no-store")
                .body(containsString(sentence));
    }
}
