package com.clinni.appointments.correction;

import static com.clinni.appointments.TestClinics.SLOT;
import static com.clinni.appointments.TestClinics.address;
import static com.clinni.appointments.TestClinics.book;
import static com.clinni.appointments.TestClinics.cancel;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.move;
import static com.clinni.appointments.TestClinics.put;
import static com.clinni.appointments.TestClinics.timeline;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import com.clinni.events.ReminderDue;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person sent by hand was told like any other message. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class SentByHandCorrectionTest {

    private static final String FAR_OFF = "2027-03-20T12:00:00+01:00";

    @Inject MutableClock clock;
    @Inject CorrectionSteps told;

    @BeforeEach
    void on_a_march_morning() {
        clock.set("2027-03-01T09:00:00Z");
    }

    @Test
    void what_a_person_sent_by_hand_is_corrected_and_a_correction_is_not_sent_by_hand() {
        var visit = book(clinic(), SLOT);
        sentByHand(visit);
        move(visit, FAR_OFF).then().statusCode(200);

        var correction = told.onceSettled(visit).getLast();
        assertThat(correction.kind()).isEqualTo("visit-moved");
        sentByHand(visit);

        timeline(visit)
                .then()
                .body("state", contains("SENT_BY_HAND", "QUEUED", "SENT_BY_HAND"))
                .body("kind", contains("reminder", "visit-moved", "reminder"));
    }

    @Test
    void what_a_person_sent_of_the_old_hour_is_corrected_and_the_new_ones_reminder_stays() {
        var visit = book(clinic(), SLOT);
        move(visit, FAR_OFF).then().statusCode(200);

        sentByHand(visit, "\"version\":1");

        assertThat(told.onceSettled(visit))
                .singleElement()
                .returns("visit-moved", ReminderDue::kind)
                .returns(2L, ReminderDue::appointmentVersion);
        timeline(visit)
                .then()
                .body("kind", contains("reminder", "visit-moved", "reminder"))
                .body("state", contains("SENT_BY_HAND", "QUEUED", "SCHEDULED"));
    }

    @Test
    void what_a_person_sent_of_a_visit_that_was_cancelled_meanwhile_is_corrected() {
        var visit = book(clinic(), SLOT);
        cancel(visit).then().statusCode(204);

        sentByHand(visit, "\"version\":1");

        assertThat(told.onceSettled(visit))
                .singleElement()
                .returns("visit-cancelled", ReminderDue::kind);
    }

    @Test
    void who_was_reminded_by_hand_is_not_reminded_again_at_once_because_the_rule_changed() {
        var clinic = clinic();
        var visit = book(clinic, SLOT);
        sentByHand(visit);
        clock.set("2027-03-09T16:00:00Z");

        put(clinic, "reminders", "[{\"before\":\"PT23H45M\"}]");
        assertThat(told.of(visit)).isEmpty();

        put(clinic, "reminders", "[{\"before\":\"PT2H\"}]");
        timeline(visit).then().body("state", contains("SENT_BY_HAND", "SCHEDULED"));
    }

    private static void sentByHand(String visit) {
        sentByHand(visit, "");
    }

    private static void sentByHand(String visit, String version) {
        given().contentType(ContentType.JSON)
                .body("{%s}".formatted(version))
                .post(address(visit) + "/sent-by-hand")
                .then()
                .statusCode(200);
    }
}
