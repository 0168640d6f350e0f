package com.clinni.appointments.appointment.event;

import static com.clinni.appointments.TestClinics.SLOT;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.fresh;
import static com.clinni.appointments.TestClinics.put;
import static com.clinni.appointments.TestClinics.timeline;
import static com.clinni.appointments.appointment.event.AppointmentRecords.CANCELLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.clinni.appointments.KafkaLog;
import com.clinni.appointments.outbox.RelaySteps;
import com.clinni.events.Topics;
import com.clinni.events.kafka.Publication;
import com.clinni.platform.kafka.EventPublisher;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class AppointmentEventsTest {

    private static final String DEAD = Topics.deadLetterOf(Topics.APPOINTMENT_CHANGED);

    @Inject MutableClock clock;
    @Inject AppointmentChangedListener listener;
    @Inject RelaySteps outbox;
    @Inject EventPublisher broker;
    @Inject KafkaLog kafka;
    @Inject MeterRegistry metrics;

    private final String visit = fresh("visit");

    @BeforeEach
    void on_a_march_morning() {
        clock.set("2027-03-01T09:00:00Z");
    }

    @Test
    void a_booking_from_the_topic_is_planned_like_any_other() {
        var clinic = clinic();
        var headers = new RecordHeaders();
        AppointmentRecords.headers(fresh("e")).forEach(headers::add);

        broker.publish(
                List.of(
                        new Publication(
                                Topics.APPOINTMENT_CHANGED,
                                visit,
                                headers,
                                AppointmentRecords.booked(clinic, visit, 1, SLOT)
                                        .getBytes(StandardCharsets.UTF_8))));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                timeline(visit)
                                        .then()
                                        .statusCode(200)
                                        .body("[0].dueAt", equalTo("2027-03-09T15:30:00Z"))
                                        .body("[0].history[0].detail", equalTo("EVENT")));
    }

    @Test
    void a_newer_version_moves_and_an_older_or_equal_one_is_ignored() {
        var clinic = clinic();
        var before = count("events.ignored", "reason", "older-version");

        take(event(AppointmentRecords.booked(clinic, visit, 3, SLOT)));
        take(event(AppointmentRecords.booked(clinic, visit, 2, "2027-03-20T10:00:00+01:00")));
        take(event(AppointmentRecords.booked(clinic, visit, 3, "2027-03-21T10:00:00+01:00")));
        assertThat(dues()).containsExactly("2027-03-09T15:30:00Z");
        assertThat(count("events.ignored", "reason", "older-version")).isEqualTo(before + 2);

        take(event(AppointmentRecords.moved(clinic, visit, 4, "2027-03-20T10:00:00+01:00")));

        assertThat(dues()).containsExactly("2027-03-09T15:30:00Z", "2027-03-19T09:00:00Z");
        timeline(visit).then().body("state", equalTo(List.of("CANCELLED", "SCHEDULED")));
        assertThat(letters()).isEmpty();
    }

    @Test
    void three_changes_in_one_batch_happen_in_their_order() {
        var clinic = clinic();

        take(
                event(AppointmentRecords.booked(clinic, visit, 1, SLOT)),
                event(AppointmentRecords.moved(clinic, visit, 2, "2027-03-20T10:00:00+01:00")),
                event(CANCELLED.formatted(clinic, visit, 3)));

        timeline(visit).then().body("state", equalTo(List.of("CANCELLED", "CANCELLED")));
    }

    @Test
    void other_details_with_the_same_start_keep_the_reminder() {
        var clinic = clinic();
        take(event(AppointmentRecords.booked(clinic, visit, 1, SLOT)));
        var before = timeline(visit).jsonPath().getList("reminderId");

        take(event(AppointmentRecords.booked(clinic, visit, 2, SLOT).replace("Ana", "Eva")));

        assertThat(timeline(visit).jsonPath().getList("reminderId")).isEqualTo(before);
        timeline(visit).then().body("[0].state", equalTo("SCHEDULED"));
    }

    @Test
    void a_cancellation_of_an_unknown_visit_is_remembered() {
        var clinic = clinic();

        take(event(CANCELLED.formatted(clinic, visit, 2)));
        take(event(AppointmentRecords.booked(clinic, visit, 1, SLOT)));

        timeline(visit).then().statusCode(200).body("size()", equalTo(0));
        assertThat(letters()).isEmpty();
    }

    @Test
    void the_same_event_again_does_nothing_and_its_id_with_another_body_is_a_conflict() {
        var clinic = clinic();
        var id = fresh("e");
        var body = AppointmentRecords.booked(clinic, visit, 1, SLOT);

        take(
                AppointmentRecords.record(id, visit, body),
                AppointmentRecords.record(id, visit, body));
        take(AppointmentRecords.record(id, visit, body));
        assertThat(letters()).isEmpty();
        take(AppointmentRecords.record(id, visit, body.replace("Ana", "Eva")));

        assertThat(letters()).containsExactly("CONFLICT ce_id");
    }

    @Test
    void an_unknown_clinic_is_a_dead_letter_that_may_be_replayed_when_it_is_known() {
        var clinic = fresh("clinic");
        var record = event(AppointmentRecords.booked(clinic, visit, 1, SLOT));

        take(record);
        assertThat(letters()).containsExactly("UNKNOWN_CLINIC clinicId");
        put(clinic).then().statusCode(201);
        take(record);

        assertThat(dues()).hasSize(1);
    }

    @Test
    void a_local_time_with_its_zone_is_read_there_and_flagged_when_that_night_skips_it() {
        var before = count("appointments.events.shifted");
        var body = AppointmentRecords.booked(clinic(), visit, 1, "2027-03-28T02:30");

        take(event(body.replace("\"version\"", "\"zone\":\"Europe/Madrid\",\"version\"")));

        assertThat(dues()).containsExactly("2027-03-27T02:30:00Z");
        assertThat(count("appointments.events.shifted")).isEqualTo(before + 1);
    }

    @Test
    void a_start_in_the_past_is_taken_and_has_no_reminder() {
        take(event(AppointmentRecords.booked(clinic(), visit, 1, "2027-01-10T10:00:00+01:00")));

        timeline(visit).then().statusCode(200).body("size()", equalTo(0));
        assertThat(letters()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"600 000 123,no", "ana@example.com,no"})
    void a_bad_address_beside_a_good_one_does_not_lose_the_visit(String good, String bad) {
        take(event(AppointmentRecords.booked(clinic(), visit, 1, SLOT).replace(good, bad)));

        timeline(visit).then().statusCode(200).body("size()", equalTo(1));
        assertThat(letters()).isEmpty();
    }

    private double count(String name, String... tags) {
        return metrics.counter(name, tags).count();
    }

    private void take(ConsumerRecord<?, ?>... records) {
        listener.receive(AppointmentRecords.batch(records));
    }

    private ConsumerRecord<String, byte[]> event(String body) {
        return AppointmentRecords.record(fresh("e"), visit, body);
    }

    private List<String> dues() {
        return timeline(visit).jsonPath().getList("dueAt");
    }

    private List<String> letters() {
        outbox.relay();
        return kafka.of(DEAD, visit).stream()
                .map(
                        letter ->
                                KafkaLog.header(letter, "dead-letter-cause")
                                        + " "
                                        + KafkaLog.header(letter, "dead-letter-field"))
                .toList();
    }
}
