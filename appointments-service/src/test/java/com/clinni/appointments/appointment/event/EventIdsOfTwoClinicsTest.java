package com.clinni.appointments.appointment.event;

import static com.clinni.appointments.TestClinics.SLOT;
import static com.clinni.appointments.TestClinics.address;
import static com.clinni.appointments.TestClinics.booking;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.fresh;
import static com.clinni.appointments.TestClinics.post;
import static com.clinni.appointments.appointment.event.AppointmentRecords.CANCELLED;
import static com.clinni.appointments.appointment.event.AppointmentRecords.booked;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.appointments.KafkaLog;
import com.clinni.appointments.TestDatabase;
import com.clinni.appointments.appointment.ContentHash;
import com.clinni.appointments.outbox.RelaySteps;
import com.clinni.events.Topics;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events of one source that counts each clinic's visits, and its events, from one. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class EventIdsOfTwoClinicsTest {

    private static final String DEAD = Topics.deadLetterOf(Topics.APPOINTMENT_CHANGED);

    @Inject MutableClock clock;
    @Inject AppointmentChangedListener listener;
    @Inject RelaySteps outbox;
    @Inject KafkaLog kafka;
    @Inject TestDatabase database;

    private final String id = fresh("visit");

    @BeforeEach
    void on_a_march_morning() {
        clock.set("2027-03-01T09:00:00Z");
    }

    @Test
    void the_same_visit_and_the_same_event_of_two_clinics_are_both_kept() {
        var one = clinic();
        var other = clinic();

        take(event(booked(one, id, 1, SLOT)), event(booked(other, id, 1, SLOT)));
        take(event(booked(other, id, 1, SLOT)), event(booked(one, id, 1, SLOT)));

        assertThat(states(one)).containsExactly("SCHEDULED");
        assertThat(states(other)).containsExactly("SCHEDULED");
        assertThat(letters()).isEmpty();
    }

    @Test
    void a_cancellation_at_one_clinic_leaves_the_visit_at_the_other() {
        var one = clinic();
        var other = clinic();
        take(event(booked(one, id, 1, SLOT)), event(booked(other, id, 1, SLOT)));

        take(record("cancelled-" + id, CANCELLED.formatted(one, id, 2)));

        assertThat(states(one)).containsExactly("CANCELLED");
        assertThat(states(other)).containsExactly("SCHEDULED");
    }

    @Test
    void a_visit_booked_by_http_and_one_told_on_the_topic_are_two() {
        var byHttp = clinic();
        var byTopic = clinic();
        post(byHttp, booking(id, SLOT)).then().statusCode(201);

        take(event(booked(byTopic, id, 7, SLOT)));

        assertThat(states(byTopic)).containsExactly("SCHEDULED");
        assertThat(states(byHttp)).containsExactly("SCHEDULED");
        assertThat(letters()).isEmpty();
    }

    @Test
    void the_same_event_of_one_clinic_with_another_body_is_still_a_conflict() {
        var one = clinic();
        take(event(booked(one, id, 1, SLOT)), event(booked(clinic(), id, 1, SLOT)));

        take(event(booked(one, id, 1, SLOT).replace("Ana", "Eva")));

        assertThat(letters()).containsExactly("CONFLICT ce_id");
    }

    @Test
    void an_event_that_was_taken_in_before_clinics_were_kept_with_it_does_nothing_twice() {
        var one = clinic();
        var body = booked(one, id, 1, SLOT);
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                database.update(
                                        "INSERT INTO appointment_event (clinic_id, source,"
                                                + " event_id, value_hash, received_at) VALUES ('',"
                                                + " '/clinni/booking-desk', ?, ?, now())",
                                        id,
                                        ContentHash.of(body.getBytes(StandardCharsets.UTF_8))));
        var other = clinic();

        take(event(body), event(booked(other, id, 1, SLOT)));

        given().get(address(one, id) + "/reminders").then().statusCode(404);
        assertThat(states(other)).containsExactly("SCHEDULED");
        assertThat(letters()).isEmpty();
    }

    private void take(ConsumerRecord<?, ?>... records) {
        listener.receive(AppointmentRecords.batch(records));
    }

    private ConsumerRecord<String, byte[]> event(String body) {
        return record(id, body);
    }

    private ConsumerRecord<String, byte[]> record(String eventId, String body) {
        return AppointmentRecords.record(eventId, id, body);
    }

    private List<String> states(String clinic) {
        return given().get(address(clinic, id) + "/reminders").jsonPath().getList("state");
    }

    private List<String> letters() {
        outbox.relay();
        return kafka.of(DEAD, id).stream()
                .map(
                        letter ->
                                KafkaLog.header(letter, "dead-letter-cause")
                                        + " "
                                        + KafkaLog.header(letter, "dead-letter-field"))
                .toList();
    }
}
