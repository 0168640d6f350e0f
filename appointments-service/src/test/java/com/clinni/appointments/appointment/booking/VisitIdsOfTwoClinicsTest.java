package com.clinni.appointments.appointment.booking;

import static com.clinni.appointments.TestClinics.SLOT;
import static com.clinni.appointments.TestClinics.address;
import static com.clinni.appointments.TestClinics.booking;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.fresh;
import static com.clinni.appointments.TestClinics.post;
import static com.clinni.appointments.TestClinics.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.clinni.appointments.KafkaLog;
import com.clinni.appointments.outbox.RelaySteps;
import com.clinni.appointments.reminder.publish.PublisherSteps;
import com.clinni.events.EventReader;
import com.clinni.events.Reading;
import com.clinni.events.ReminderDue;
import com.clinni.events.ReminderWithdrawn;
import com.clinni.events.Topics;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One id that two clinics gave to a visit of theirs. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class VisitIdsOfTwoClinicsTest {

    private static final EventReader<ReminderDue> DUE =
            new EventReader<>(ReminderDue.class, Topics.REMINDER_DUE);
    private static final EventReader<ReminderWithdrawn> WITHDRAWN =
            new EventReader<>(ReminderWithdrawn.class, Topics.REMINDER_WITHDRAWN);
    private static final String LATER = "2027-03-12T16:30:00+01:00";

    @Inject MutableClock clock;
    @Inject PublisherSteps publisher;
    @Inject RelaySteps outbox;
    @Inject KafkaLog kafka;

    private final String id = fresh("visit");

    @BeforeEach
    void on_a_march_morning() {
        clock.set("2027-03-01T09:00:00Z");
    }

    @Test
    void each_clinic_books_its_own_visit_and_reads_its_own_reminders() {
        var one = bookedAt(clinic(), "Ana");
        var other = bookedAt(clinic(), "Eva");

        assertThat(reminders(one)).hasSize(1);
        assertThat(reminders(other)).hasSize(1).doesNotContainAnyElementsOf(reminders(one));
        post(other, booking(id, SLOT)).then().statusCode(409).body("code", equalTo("CONFLICT"));
    }

    @Test
    void both_reminders_are_published_each_with_its_clinic_and_its_patient() {
        var one = bookedAt(clinic("name", "\"Clínica Prado\""), "Ana");
        var other = bookedAt(clinic("name", "\"Clínica Sol\""), "Eva");

        clock.set("2027-03-09T15:30:00Z");
        publisher.publishDue();

        assertThat(published())
                .extracting(
                        due -> due.clinic().clinicId(),
                        due -> due.clinic().name(),
                        due -> due.patient().firstName())
                .containsExactlyInAnyOrder(
                        tuple(one, "Clínica Prado", "Ana"), tuple(other, "Clínica Sol", "Eva"));
    }

    @Test
    void what_one_clinic_moves_and_cancels_stays_as_it_was_at_the_other() {
        var one = bookedAt(clinic(), "Ana");
        var other = bookedAt(clinic(), "Eva");
        var before = reminders(other);

        moved(one).then().statusCode(200);
        given().delete(address(one, id)).then().statusCode(204);

        timeline(one).then().body("state", contains("CANCELLED", "CANCELLED"));
        timeline(other).then().body("state", contains("SCHEDULED"));
        assertThat(reminders(other)).isEqualTo(before);
        outbox.relay();
        assertThat(withdrawn()).hasSize(2).containsOnly(one);
    }

    @Test
    void what_one_clinic_sent_by_hand_is_open_at_the_other() {
        var one = bookedAt(clinic(), "Ana");
        var other = bookedAt(clinic(), "Eva");

        sentByHand(one).then().statusCode(200).body("result", equalTo("CLOSED"));

        timeline(one).then().body("state", contains("SENT_BY_HAND"));
        timeline(other).then().body("state", contains("SCHEDULED"));
        sentByHand(other).then().statusCode(200).body("result", equalTo("CLOSED"));
    }

    @Test
    void rules_that_one_clinic_changes_plan_nothing_anew_at_the_other() {
        var one = bookedAt(clinic(), "Ana");
        var other = bookedAt(clinic(), "Eva");
        var before = reminders(other);

        put(one, "reminders", "[{\"before\":\"PT2H\"}]");

        timeline(one).then().body("dueAt", contains("2027-03-10T13:30:00Z"));
        assertThat(reminders(other)).isEqualTo(before);
    }

    @Test
    void another_clinics_id_is_answered_like_one_that_nobody_has() {
        bookedAt(clinic(), "Ana");
        var stranger = clinic();
        List<Function<String, Response>> asked =
                List.of(
                        visit -> given().get(address(stranger, visit) + "/reminders"),
                        visit -> given().get(address(stranger, visit) + "/manual-link"),
                        visit -> given().get(address(stranger, visit) + "/manual-link/open"),
                        visit -> moved(stranger, visit),
                        visit -> given().delete(address(stranger, visit)),
                        visit -> sentByHand(stranger, visit));

        assertThat(asked)
                .allSatisfy(
                        request -> {
                            var answer = request.apply(id);
                            var ofNobody = request.apply(fresh("visit"));
                            assertThat(answer.statusCode()).isEqualTo(404);
                            assertThat(ofNobody.statusCode()).isEqualTo(404);
                            assertThat(answer.asString()).isEqualTo(ofNobody.asString());
                        });
    }

    @Test
    void the_address_without_a_clinic_is_gone() {
        bookedAt(clinic(), "Ana");

        given().get("/appointments/{id}/reminders", id).then().statusCode(404);
        given().delete("/appointments/{id}", id).then().statusCode(404);
    }

    private String bookedAt(String clinic, String patient) {
        post(clinic, booking(id, SLOT).replace("Ana", patient)).then().statusCode(201);
        return clinic;
    }

    private Response moved(String clinic) {
        return moved(clinic, id);
    }

    private static Response moved(String clinic, String visit) {
        return given().contentType(ContentType.JSON)
                .body("{\"startsAt\":\"%s\"}".formatted(LATER))
                .put(address(clinic, visit) + "/start");
    }

    private Response sentByHand(String clinic) {
        return sentByHand(clinic, id);
    }

    private static Response sentByHand(String clinic, String visit) {
        return given().contentType(ContentType.JSON)
                .body("{}")
                .post(address(clinic, visit) + "/sent-by-hand");
    }

    private Response timeline(String clinic) {
        return given().get(address(clinic, id) + "/reminders");
    }

    private List<String> reminders(String clinic) {
        return timeline(clinic).jsonPath().getList("reminderId");
    }

    private List<ReminderDue> published() {
        return kafka.of(Topics.REMINDER_DUE, id).stream()
                .map(record -> DUE.read(record.headers(), record.value()))
                .map(reading -> ((Reading.Read<ReminderDue>) reading).event())
                .toList();
    }

    private List<String> withdrawn() {
        return kafka.of(Topics.REMINDER_WITHDRAWN, id).stream()
                .map(record -> WITHDRAWN.read(record.headers(), record.value()))
                .map(reading -> ((Reading.Read<ReminderWithdrawn>) reading).event().clinicId())
                .toList();
    }
}
