package com.clinni.appointments.correction;

import static com.clinni.appointments.TestClinics.SLOT;
import static com.clinni.appointments.TestClinics.cancel;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.move;
import static com.clinni.appointments.TestClinics.put;
import static com.clinni.appointments.TestClinics.timeline;
import static com.clinni.events.DeliveryState.ACCEPTED;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.clinni.appointments.VisitId;
import com.clinni.appointments.appointment.Appointments;
import com.clinni.appointments.appointment.Booking;
import com.clinni.appointments.appointment.VisitChange;
import com.clinni.appointments.reminder.PlannedBy;
import com.clinni.appointments.reminder.publish.PublisherSteps;
import com.clinni.appointments.reminder.sweep.SweeperSteps;
import com.clinni.events.ReminderDue;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What else plans, repairs and shows reminders, with a correction in between. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class CorrectionsAmongPlansTest {

    private static final String WITHIN_THE_DAY = "2027-03-10T12:00:00+01:00";
    private static final String FAR_OFF = "2027-03-20T12:00:00+01:00";
    private static final String TWO_RULES = "[{\"before\":\"PT24H\"},{\"before\":\"PT1H\"}]";

    @Inject MutableClock clock;
    @Inject CorrectionSteps told;
    @Inject PublisherSteps publishing;
    @Inject SweeperSteps sweeping;
    @Inject Appointments appointments;

    @BeforeEach
    void on_a_march_morning() {
        clock.set("2027-03-01T09:00:00Z");
    }

    @Test
    void a_reminder_that_a_correction_stands_for_is_not_planned_again() {
        var clinic = clinic();
        var visit = told.reminded(clinic);
        move(visit, WITHIN_THE_DAY).then().statusCode(200);
        told.onceSettled(visit);

        put(clinic, "reminders", TWO_RULES);
        sweeping.sweep();
        clock.advance(Duration.ofMinutes(10));
        sweeping.sweep();

        assertThat(told.of(visit)).hasSize(2);
        timeline(visit)
                .then()
                .body("kind", contains("reminder", "reminder", "visit-moved", "reminder"))
                .body("state", contains("SENT", "CANCELLED", "QUEUED", "SCHEDULED"))
                .body("[1].history[-1].detail", equalTo("SAID_ALREADY"));
        clock.set("2027-03-10T10:00:00Z");
        assertThat(told.of(visit)).hasSize(3);
    }

    @Test
    void who_knows_the_hour_is_not_reminded_of_it_at_once_because_the_rule_changed() {
        var clinic = clinic();
        var visit = told.reminded(clinic);
        move(visit, FAR_OFF).then().statusCode(200);
        move(visit, SLOT).then().statusCode(200);
        assertThat(told.onceSettled(visit)).hasSize(1);
        clock.set("2027-03-09T16:35:00Z");

        put(clinic, "reminders", "[{\"before\":\"PT23H\"}]");

        assertThat(told.of(visit)).hasSize(1);
    }

    @Test
    void new_rules_do_not_let_go_what_is_held() {
        var clinic = clinic();
        var visit = told.reminded(clinic);
        move(visit, WITHIN_THE_DAY).then().statusCode(200);

        put(clinic, "reminders", TWO_RULES);
        sweeping.sweep();

        assertThat(told.of(visit)).hasSize(1);
        assertThat(told.onceSettled(visit))
                .extracting(ReminderDue::kind)
                .containsExactly("reminder", "visit-moved");
    }

    @Test
    void a_visit_that_is_on_again_has_no_cancellation_on_its_way() {
        var clinic = clinic();
        var visit = told.reminded(clinic);
        cancel(visit).then().statusCode(204);
        var cancellation = told.onceSettled(visit).getLast();

        bookAgain(clinic, visit, "2027-03-20T11:00:00Z");

        timeline(visit)
                .then()
                .body("kind", contains("reminder", "visit-cancelled", "reminder"))
                .body("state", contains("SENT", "CANCELLED", "SCHEDULED"));
        told.report(cancellation, 1, ACCEPTED);
        assertThat(told.onceSettled(visit)).hasSize(2);
    }

    @Test
    void a_visit_that_is_on_again_before_that_was_told_was_moved() {
        var clinic = clinic();
        var visit = told.reminded(clinic);
        cancel(visit).then().statusCode(204);

        bookAgain(clinic, visit, "2027-03-20T11:00:00Z");

        assertThat(told.onceSettled(visit)).hasSize(2);
        assertThat(told.of(visit).getLast().kind()).isEqualTo("visit-moved");
    }

    @Test
    void a_correction_is_in_the_clinics_list_and_report_and_promised_to_nobody() {
        var clinic = clinic();
        var visit = told.reminded(clinic);
        move(visit, WITHIN_THE_DAY).then().statusCode(200);
        told.report(told.onceSettled(visit).getLast(), 1, ACCEPTED);

        given().get("/clinics/{id}/reminders", clinic)
                .then()
                .body("kind", contains("reminder", "reminder", "visit-moved"))
                .body(
                        "findAll { it.kind == 'reminder' }.state",
                        containsInAnyOrder("SENT", "CANCELLED")) // due at one moment
                .body("find { it.kind == 'visit-moved' }.state", equalTo("SENT"));
        given().get("/clinics/{id}/report?month=2027-03", clinic).then().body("sent", equalTo(2));
        move(visit, WITHIN_THE_DAY).then().statusCode(200).body("reminders.size()", equalTo(0));
    }

    @Test
    void the_page_of_the_day_shows_a_correction_where_it_stands_for_the_reminder() {
        var clinic = clinic();
        var visit = told.reminded(clinic);
        move(visit, WITHIN_THE_DAY).then().statusCode(200);
        told.report(told.onceSettled(visit).getLast(), 1, ACCEPTED);

        given().get("/clinics/{id}/day?date=2027-03-10&lang=es", clinic)
                .then()
                .statusCode(200)
                .body(containsString("<li>Enviado</li>"))
                .body(not(containsString("Sin recordatorio")))
                .body(not(containsString("Cancelado")));
    }

    private void bookAgain(String clinic, String visit, String startsAt) {
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            var before = appointments.one(new VisitId(clinic, visit)).orElseThrow();
                            appointments.apply(
                                    List.of(
                                            new VisitChange.BookedElsewhere(
                                                    new Booking(
                                                            visit,
                                                            clinic,
                                                            Instant.parse(startsAt),
                                                            30,
                                                            before.patient(),
                                                            null),
                                                    before.version() + 1)),
                                    PlannedBy.EVENT,
                                    clock.instant());
                        });
    }
}
