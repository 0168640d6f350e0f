package com.clinni.appointments.manual.link;

import static com.clinni.appointments.TestClinics.SLOT;
import static com.clinni.appointments.TestClinics.address;
import static com.clinni.appointments.TestClinics.booking;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.fresh;
import static com.clinni.appointments.TestClinics.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.clinni.appointments.manual.day.DayPageScenario;
import com.clinni.events.OptOutChanged;
import com.clinni.events.contact.PhoneNumber;
import com.clinni.events.kafka.Publication;
import com.clinni.platform.kafka.EventPublisher;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sending by hand to a number whose owner wrote BAJA. */
@QuarkusTest
class WritingToOptedOutTest extends DayPageScenario {

    private static final String PHONE = "+34600000457";

    @Inject EventPublisher broker;

    private long sequence = System.nanoTime();

    @Test
    void whoever_sends_by_hand_to_who_wrote_baja_is_asked_once_more() {
        var clinic = clinic();
        var visit = fresh("visit");
        post(clinic, booking(visit, SLOT).replace("600 000 123", "600 000 457"))
                .then()
                .statusCode(201);
        told(null);
        await().untilAsserted(() -> assertThat(page(clinic, DAY, "es")).contains("Escribió BAJA"));

        given().get(address(visit) + "/manual-link")
                .then()
                .statusCode(409)
                .body("code", equalTo("NUMBER_OPTED_OUT"));
        given().redirects()
                .follow(false)
                .queryParam("lang", "es")
                .queryParam("version", 1)
                .get(address(visit) + "/manual-link/open")
                .then()
                .statusCode(200)
                .contentType("text/html;charset=utf-8")
                .body(containsString("sure=true&amp;version=1"))
                .body(containsString("Abrir WhatsApp de todos modos"));

        given().redirects()
                .follow(false)
                .queryParam("sure", true)
                .get(address(visit) + "/manual-link/open")
                .then()
                .statusCode(303)
                .header("Location", startsWith("https://wa.me/34600000457"));
    }

    @Test
    void whoever_asked_the_clinic_to_write_again_is_asked_about_no_more() {
        var clinic = clinic();
        var visit = fresh("visit");
        post(clinic, booking(visit, SLOT).replace("600 000 123", "600 000 457"));
        told(null);
        await().untilAsserted(() -> assertThat(page(clinic, DAY, "es")).contains("Escribió BAJA"));

        told(clinic);

        await().untilAsserted(
                        () -> given().get(address(visit) + "/manual-link").then().statusCode(200));
    }

    private void told(String clinicId) {
        var at = Instant.parse("2027-03-01T09:00:00Z");
        var event =
                new OptOutChanged(
                        new PhoneNumber(PHONE),
                        "default",
                        true,
                        at,
                        OptOutChanged.By.PATIENT,
                        clinicId,
                        sequence++);
        broker.publish(List.of(Publication.of(event, "/clinni/whatsapp-dispatcher", at)));
    }
}
