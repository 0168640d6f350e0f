package com.clinni.appointments.appointment.booking;

import static com.clinni.appointments.TestClinics.SLOT;
import static com.clinni.appointments.TestClinics.address;
import static com.clinni.appointments.TestClinics.book;
import static com.clinni.appointments.TestClinics.booking;
import static com.clinni.appointments.TestClinics.cancel;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.fresh;
import static com.clinni.appointments.TestClinics.move;
import static com.clinni.appointments.TestClinics.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class AppointmentResourceTest {

    @Inject MutableClock clock;

    @BeforeEach
    void on_a_march_morning() {
        clock.set("2027-03-01T09:00:00Z");
    }

    @Test
    void a_booking_is_told_its_reminders_and_where_it_is() {
        var clinic = clinic("reminders", "[{\"before\":\"PT24H\"},{\"before\":\"PT2H\"}]");
        var visit = fresh("visit");

        post(clinic, booking(visit, SLOT))
                .then()
                .statusCode(201)
                .header("Location", endsWith(address(visit)))
                .body("appointmentId", equalTo(visit))
                .body("warnings", nullValue())
                .body("reminders", hasSize(2))
                .body("reminders[0].dueAt", equalTo("2027-03-09T15:30:00Z"))
                .body("reminders[0].sendBefore", equalTo("2027-03-10T13:30:00Z"))
                .body("reminders[1].dueAt", equalTo("2027-03-10T13:30:00Z"))
                .body("reminders[1].sendBefore", equalTo("2027-03-10T15:15:00Z"));
    }

    @Test
    void the_same_booking_again_is_nothing_new_and_another_one_is_a_conflict() {
        var clinic = clinic();
        var visit = book(clinic, SLOT);

        post(clinic, booking(visit, SLOT)).then().statusCode(200).body("reminders", hasSize(1));
        post(clinic, booking(visit, "2027-03-11T10:00"))
                .then()
                .statusCode(409)
                .body("code", equalTo("CONFLICT"))
                .body("field", equalTo("appointmentId"));
    }

    @Test
    void an_idempotency_key_has_one_answer_and_books_once() {
        var clinic = clinic();
        var body = booking("x", SLOT).replace("\"appointmentId\":\"x\",", "");

        var first = keyed(clinic, "k-1", body);
        var second = keyed(clinic, "k-1", body);

        first.then().statusCode(201);
        second.then().statusCode(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        keyed(clinic, "k-1", body.replace("Ana", "Eva"))
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        keyed(clinic(), "k-1", body)
                .then()
                .statusCode(201)
                .body("appointmentId", not(first.jsonPath().getString("appointmentId")));
    }

    @Test
    void a_refused_booking_leaves_its_key_free() {
        var clinic = clinic();

        keyed(clinic, "k-2", booking(fresh("visit"), "2020-01-01T10:00")).then().statusCode(422);
        keyed(clinic, "k-2", booking(fresh("visit"), SLOT)).then().statusCode(201);
    }

    @Test
    void the_same_booking_from_eight_screens_at_once_is_one() {
        var clinic = clinic();
        var visit = fresh("visit");

        var statuses =
                IntStream.range(0, 8)
                        .mapToObj(
                                i ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        post(clinic, booking(visit, SLOT))
                                                                .statusCode()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(statuses).containsOnlyOnce(201).containsOnly(200, 201);
    }

    @Test
    void a_local_time_that_does_not_exist_is_shifted_and_flagged() {
        post(clinic(), booking(fresh("visit"), "2027-03-28T02:30"))
                .then()
                .statusCode(201)
                .body("warnings[0].code", equalTo("TIME_IN_DST_GAP"))
                .body("warnings[0].field", equalTo("startsAt"))
                .body("reminders[0].dueAt", equalTo("2027-03-27T02:30:00Z"));
    }

    @Test
    void a_local_time_that_comes_twice_means_the_first() {
        post(
                        clinic("reminders", "[{\"before\":\"PT2H\"}]"),
                        booking(fresh("visit"), "2027-10-31T02:30"))
                .then()
                .statusCode(201)
                .body("warnings", nullValue())
                .body("reminders[0].dueAt", equalTo("2027-10-30T22:30:00Z"));
    }

    @Test
    void a_local_time_is_the_clinics() {
        post(clinic("zone", "\"Atlantic/Canary\""), booking(fresh("visit"), "2027-03-10T16:30"))
                .then()
                .body("reminders[0].dueAt", equalTo("2027-03-09T16:30:00Z"));
    }

    @Test
    void a_move_plans_for_the_new_start_and_the_same_start_changes_nothing() {
        var clinic = clinic();
        var visit = book(clinic, SLOT);
        var before = post(clinic, booking(visit, SLOT)).jsonPath().getString("reminders[0]");

        move(visit, SLOT).then().statusCode(200);
        assertThat(move(visit, SLOT).jsonPath().getString("reminders[0]")).isEqualTo(before);

        move(visit, "2027-03-12T10:00")
                .then()
                .statusCode(200)
                .body("appointmentId", equalTo(visit))
                .body("reminders", hasSize(1))
                .body("reminders[0].dueAt", equalTo("2027-03-11T09:00:00Z"));
    }

    @Test
    void a_visit_moved_away_and_back_has_a_new_reminder() {
        var visit = book(clinic(), SLOT);
        var first = move(visit, SLOT).jsonPath().getString("reminders[0].reminderId");

        move(visit, "2027-03-12T10:00").then().statusCode(200);

        move(visit, SLOT)
                .then()
                .body("reminders", hasSize(1))
                .body("reminders[0].reminderId", not(first));
    }

    @Test
    void a_move_is_checked_like_a_booking() {
        var visit = book(clinic(), SLOT);

        move(visit, "2027-02-30T10:00").then().statusCode(422);
        move(visit, "2020-01-01T10:00").then().body("code", equalTo("IN_THE_PAST"));
        move(fresh("visit"), SLOT).then().statusCode(404);
        given().contentType(ContentType.JSON)
                .body("{}")
                .put(address(visit) + "/start")
                .then()
                .statusCode(422)
                .body("code", equalTo("REQUIRED"));
    }

    @Test
    void a_move_is_json_of_one_field() {
        var unknown = "{\"startsAt\":\"" + SLOT + "\",\"until\":\"" + SLOT + "\"}";

        given().contentType(ContentType.JSON)
                .body(unknown)
                .put(address(clinic(), fresh("visit")) + "/start")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("UNKNOWN_FIELD"))
                .body("field", equalTo("until"));
        given().contentType(ContentType.TEXT)
                .body(SLOT)
                .put(address(clinic(), fresh("visit")) + "/start")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void a_cancellation_may_come_twice_and_ends_the_visit() {
        var visit = book(clinic(), SLOT);

        cancel(visit).then().statusCode(204);
        cancel(visit).then().statusCode(204);
        cancel(fresh("visit")).then().statusCode(404);
        move(visit, "2027-03-12T10:00").then().statusCode(409).body("code", equalTo("CANCELLED"));
    }

    @Test
    void a_visit_may_be_called_like_an_address_of_its_clinic() {
        var clinic = clinic();
        post(clinic, booking("import", SLOT)).then().statusCode(201);

        given().get(address(clinic, "import") + "/reminders").then().body("$", hasSize(1));
        given().delete(address(clinic, "import")).then().statusCode(204);
    }

    private static Response keyed(String clinic, String key, String body) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/clinics/{id}/appointments", clinic);
    }
}
