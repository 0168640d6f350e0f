package com.clinni.appointments.manual.link;

import static com.clinni.appointments.TestClinics.SLOT;
import static com.clinni.appointments.TestClinics.address;
import static com.clinni.appointments.TestClinics.book;
import static com.clinni.appointments.TestClinics.cancel;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.fresh;
import static com.clinni.appointments.TestClinics.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.clinni.appointments.manual.link.FakeReminderService.Says;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(value = FakeReminderService.class, scope = TestResourceScope.GLOBAL)
class ManualLinkTest {

    @Inject MutableClock clock;
    FakeReminderService texts;

    @BeforeEach
    void on_a_march_morning() {
        clock.set("2027-03-01T09:00:00Z");
        texts.say(FakeReminderService.text("Hola"));
    }

    @ParameterizedTest
    @CsvSource({
        "AUTO, DEVICE, https://wa.me/34600000123?text=",
        "WEB,  WEB,    https://web.whatsapp.com/send?phone=34600000123&text=",
        "APP,  APP,    whatsapp://send?phone=34600000123&text=",
    })
    void a_link_opens_what_the_clinic_chose(String choice, String opens, String begin) {
        var visit = book(clinic("manualSending", "\"" + choice + "\""), SLOT);

        link(visit)
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("opens", equalTo(opens))
                .body("url", equalTo(begin + "Hola"))
                .body("text", equalTo("Hola"));
    }

    @Test
    void whatever_stands_in_the_text_arrives_as_it_was_written() {
        var text = "Peluquería & Ñandú:\\n1+1=2, 100 % #1? «sí» 😀 a*b~c";
        texts.say(FakeReminderService.text(text));

        var answer = link(book(clinic(), SLOT)).statusCode(200).extract().jsonPath();

        var url = answer.getString("url");
        assertThat(url).contains("%20").doesNotContain("+", "#", " ").matches("\\p{ASCII}+");
        assertThat(URI.create(url).getRawQuery()).startsWith("text=").doesNotContain("&");
        var written =
                URLDecoder.decode(url.substring(url.indexOf('=') + 1), StandardCharsets.UTF_8);
        assertThat(written).isEqualTo(answer.getString("text")).contains("\n", "1+1=2", "😀");
    }

    @Test
    void the_text_is_asked_for_with_what_is_known_now() {
        var clinic = clinic("zone", "\"Atlantic/Canary\"", "language", "\"ca\"");
        link(book(clinic, SLOT)).statusCode(200);

        var asked = JsonPath.from(texts.asked());
        assertThat(asked.getString("startsAt")).isEqualTo("2027-03-10T15:30:00Z");
        assertThat(asked.getString("clinic.zone")).isEqualTo("Atlantic/Canary");
        assertThat(asked.getString("clinic.language")).isEqualTo("ca");
        assertThat(asked.getString("patient.firstName")).isEqualTo("Ana");
    }

    @Test
    void a_clinic_without_pro_and_without_a_channel_keeps_its_link() {
        link(book(clinic("account", "\"BASIC\"", "channel", "\"NONE\""), SLOT)).statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"email\":\"ana@example.com\"',   NO_ADDRESS",
        "'\"phone\":\"910 000 001\"', NOT_MOBILE",
    })
    void a_patient_without_a_mobile_number_has_no_link(String address, String code) {
        var clinic = clinic();
        var visit = fresh("visit");
        var body =
                """
                {"appointmentId":"%s","startsAt":"%s","patient":{"patientId":"p","firstName":"Ana",%s}}
                """
                        .formatted(visit, SLOT, address);
        post(clinic, body).then().statusCode(201);

        refused(visit, 422, code).body("field", equalTo("patient.phone"));
    }

    @Test
    void who_opted_out_of_whatsapp_has_no_link() {
        var clinic = clinic();
        var visit = fresh("visit");
        var body =
                """
                {"appointmentId":"%s","startsAt":"%s","patient":{"patientId":"p","firstName":"Ana",
                 "phone":"600 000 123","optedOut":["WHATSAPP"]}}
                """
                        .formatted(visit, SLOT);
        post(clinic, body).then().statusCode(201);

        refused(visit, 409, "OPTED_OUT");
    }

    @Test
    void a_visit_that_is_unknown_cancelled_or_over_has_no_link() {
        refused("nobody", 404, "UNKNOWN_APPOINTMENT");
        var clinic = clinic();
        var cancelled = book(clinic, SLOT);
        cancel(cancelled);
        refused(cancelled, 409, "CANCELLED");

        var over = book(clinic, SLOT);
        clock.set("2027-03-10T15:30:00Z");
        refused(over, 409, "IN_THE_PAST");
    }

    @Test
    void a_clinic_that_cannot_be_called_is_told_so() {
        texts.say(new Says(422, "{\"code\":\"TEMPLATE_DATA_MISSING\",\"field\":\"clinic.phone\"}"));

        refused(book(clinic(), SLOT), 422, "TEMPLATE_DATA_MISSING")
                .body("field", equalTo("clinic.phone"));
    }

    @Test
    void a_text_that_no_link_can_hold_is_refused() {
        texts.say(FakeReminderService.text("😀".repeat(1_000)));

        refused(book(clinic(), SLOT), 422, "TOO_LONG").body("field", equalTo("text"));
    }

    @ParameterizedTest
    @CsvSource({"500, {}", "200, {}", "200, <html>", "404, {}", "422, []", "200, "})
    void a_service_that_gives_no_text_is_asked_again_later(int status, String body) {
        texts.say(new Says(status, body));

        refused(book(clinic(), SLOT), 503, "TEXTS_UNAVAILABLE").header("Retry-After", "1");
    }

    private static ValidatableResponse refused(String visit, int status, String code) {
        return link(visit)
                .statusCode(status)
                .contentType(startsWith("application/problem+json"))
                .body("code", equalTo(code));
    }

    private static ValidatableResponse link(String visit) {
        return given().get(address(visit) + "/manual-link").then();
    }
}
