package com.clinni.appointments.manual.sent;

import static com.clinni.appointments.TestClinics.SLOT;
import static com.clinni.appointments.TestClinics.address;
import static com.clinni.appointments.TestClinics.book;
import static com.clinni.appointments.TestClinics.cancel;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.timeline;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.clinni.appointments.KafkaLog;
import com.clinni.appointments.manual.link.FakeReminderService;
import com.clinni.appointments.outbox.RelaySteps;
import com.clinni.events.Topics;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(value = FakeReminderService.class, scope = TestResourceScope.GLOBAL)
class SentByHandTest {

    private static final String TWO_REMINDERS = "[{\"before\":\"PT24H\"},{\"before\":\"PT2H\"}]";

    @Inject MutableClock clock;
    @Inject RelaySteps outbox;
    @Inject KafkaLog kafka;

    @BeforeEach
    void on_a_march_morning() {
        clock.set("2027-03-01T09:00:00Z");
    }

    @Test
    void what_a_person_sent_is_done_and_the_timeline_says_who_and_when() {
        var visit = book(clinic(), SLOT);
        clock.set("2027-03-01T10:00:00Z");

        sent(visit).statusCode(200).body("state", equalTo("SENT_BY_HAND"));

        timeline(visit)
                .then()
                .body("state", contains("SENT_BY_HAND"))
                .body("[0].stateText", equalTo("Enviado a mano"))
                .body("[0].history[-1].what", equalTo("SENT_BY_HAND"))
                .body("[0].history[-1].detail", notNullValue())
                .body("[0].history[-1].at", equalTo("2027-03-01T10:00:00Z"));
    }

    @Test
    void the_dispatchers_are_told_and_not_by_whom() {
        var visit = book(clinic(), SLOT);

        sent(visit).statusCode(200);
        outbox.relay();
        String who = timeline(visit).path("[0].history[-1].detail");

        assertThat(kafka.of(Topics.REMINDER_WITHDRAWN, visit))
                .singleElement()
                .satisfies(
                        record ->
                                assertThat(new String(record.value(), StandardCharsets.UTF_8))
                                        .contains("\"reason\":\"SENT_BY_HAND\"")
                                        .doesNotContain(who));
    }

    @Test
    void only_the_next_reminder_is_done_however_often_the_button_is_pressed() {
        var visit = book(clinic("reminders", TWO_REMINDERS), SLOT);
        given().get(address(visit) + "/manual-link").then().statusCode(200);

        sent(visit).statusCode(200).body("result", equalTo("CLOSED"));
        sent(visit)
                .statusCode(200)
                .body("result", equalTo("SENT_ALREADY"))
                .body("reminderId", nullValue());

        timeline(visit).then().body("state", contains("SENT_BY_HAND", "SCHEDULED"));
    }

    @Test
    void a_new_link_may_be_sent_again() {
        var visit = book(clinic("reminders", TWO_REMINDERS), SLOT);
        sent(visit).statusCode(200);
        given().get(address(visit) + "/manual-link").then().statusCode(200);
        sent(visit).statusCode(200);

        timeline(visit).then().body("state", contains("SENT_BY_HAND", "SENT_BY_HAND"));
    }

    @Test
    void a_link_of_which_nobody_said_anything_stands_in_the_lists_until_somebody_does() {
        var clinic = clinic();
        var visit = book(clinic, SLOT);
        given().get(address(visit) + "/manual-link").then().statusCode(200);

        timeline(visit).then().body("linkGivenAt", contains("2027-03-01T09:00:00Z"));
        given().get("/clinics/{id}/reminders", clinic)
                .then()
                .body("linkGivenAt", contains("2027-03-01T09:00:00Z"));

        sent(visit).statusCode(200);
        timeline(visit).then().body("[0].linkGivenAt", nullValue());
    }

    @Test
    void a_clinic_that_reminds_by_hand_only_has_it_kept() {
        var visit = book(clinic("channel", "\"NONE\""), SLOT);

        sent(visit)
                .statusCode(200)
                .body("result", equalTo("NOTHING_OPEN"))
                .body("reminderId", nullValue());
    }

    @Test
    void nobody_names_themselves_and_no_visit_that_is_not_there() {
        var visit = book(clinic(), SLOT);
        given().contentType(ContentType.JSON)
                .body("{\"by\":\"Marta\"}")
                .post(address(visit) + "/sent-by-hand")
                .then()
                .statusCode(400)
                .body("code", equalTo("UNKNOWN_FIELD"))
                .body("field", equalTo("by"));
        sent("nobody").statusCode(404).body("code", equalTo("UNKNOWN_APPOINTMENT"));
        cancel(visit);
        sent(visit).statusCode(409).body("code", equalTo("CANCELLED"));
    }

    private static ValidatableResponse sent(String visit) {
        return given().contentType(ContentType.JSON)
                .body("{}")
                .post(address(visit) + "/sent-by-hand")
                .then();
    }
}
