package com.clinni.appointments;

import static com.clinni.appointments.TestClinics.SLOT;
import static com.clinni.appointments.TestClinics.booking;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.fresh;
import static com.clinni.appointments.TestClinics.timeline;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.clinni.appointments.outbox.RelaySteps;
import com.clinni.events.Topics;
import com.clinni.events.kafka.Publication;
import com.clinni.platform.kafka.EventPublisher;
import com.clinni.testbed.clock.MutableClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The connection is lost during COMMIT: nobody knows, so nobody assumes. */
@QuarkusTest
@WithTestResource(CutDatabase.class)
class LostCommitTest {

    private static final String BEFORE_THE_DATABASE = "BEFORE_THE_DATABASE";
    private static final String BEFORE_THE_ANSWER = "BEFORE_THE_ANSWER";

    @Inject MutableClock clock;
    @Inject EventPublisher broker;
    @Inject RelaySteps outbox;
    @Inject KafkaLog kafka;

    /** Filled by the test resource. */
    Consumer<String> cut;

    private String clinic;

    @BeforeEach
    void a_clinic() {
        clock.set("2027-03-01T09:00:00Z");
        clinic = clinic();
    }

    @ParameterizedTest
    @ValueSource(strings = {BEFORE_THE_DATABASE, BEFORE_THE_ANSWER})
    void a_booking_says_that_it_does_not_know_and_its_repetition_books_once(String where) {
        var body = booking(null, SLOT).replace("\"appointmentId\":\"null\",", "");
        var key = fresh("key");

        cut.accept(where);
        book(key, body)
                .then()
                .statusCode(503)
                .header("Retry-After", "1")
                .body("code", equalTo("OUTCOME_UNKNOWN"));
        var first = book(key, body).then().statusCode(201).extract().path("appointmentId");

        assertThat(book(key, body).<String>path("appointmentId")).isEqualTo(first);
        given().get(
                        "/clinics/{id}/reminders?from=2027-03-01T00:00:00Z&to=2027-04-01T00:00:00Z",
                        clinic)
                .then()
                .body("findAll { it.state == 'SCHEDULED' }", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {BEFORE_THE_DATABASE, BEFORE_THE_ANSWER})
    void an_event_is_taken_in_once_and_the_channel_goes_on(String where) {
        var visits = List.of(fresh("visit"), fresh("visit"), fresh("visit"));

        cut.accept(where);
        visits.forEach(this::publish);

        visits.forEach(
                visit ->
                        await().untilAsserted(
                                        () -> timeline(visit).then().body("size()", equalTo(1))));
    }

    @Test
    void a_relay_whose_commit_is_lost_repeats_or_not_as_the_rows_say() {
        var visit = TestClinics.book(clinic, SLOT);
        TestClinics.cancel(visit);

        cut.accept(BEFORE_THE_DATABASE);
        relay();
        // PostgreSQL may take a moment to miss the lost connection and let go of what it held
        await().untilAsserted(
                        () -> {
                            relay();
                            assertThat(outbox.waiting()).isZero();
                        });
        assertThat(kafka.of(Topics.REMINDER_WITHDRAWN, visit)).hasSize(2);
    }

    private void relay() {
        try {
            outbox.relay();
        } catch (RuntimeException e) {
            // as the scheduler does: the next look tries again
        }
    }

    private void publish(String visit) {
        var headers = new RecordHeaders();
        headers.add("ce_specversion", "1.0".getBytes(StandardCharsets.UTF_8));
        headers.add("ce_id", fresh("event").getBytes(StandardCharsets.UTF_8));
        headers.add("ce_source", "/clinni/booking-desk".getBytes(StandardCharsets.UTF_8));
        headers.add("ce_type", Topics.APPOINTMENT_CHANGED.getBytes(StandardCharsets.UTF_8));
        var value =
                """
                {"change":"BOOKED","clinicId":"%s","appointmentId":"%s","version":1,"startsAt":"%s",
                 "patient":{"patientId":"p-1","firstName":"Ana","email":"ana@example.com"}}
                """
                        .formatted(clinic, visit, SLOT);
        broker.publish(
                List.of(
                        new Publication(
                                Topics.APPOINTMENT_CHANGED,
                                visit,
                                headers,
                                value.getBytes(StandardCharsets.UTF_8))));
    }

    private Response book(String key, String body) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/clinics/{id}/appointments", clinic);
    }
}
