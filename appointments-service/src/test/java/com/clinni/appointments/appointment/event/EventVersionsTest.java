package com.clinni.appointments.appointment.event;

import static com.clinni.appointments.TestClinics.SLOT;
import static com.clinni.appointments.TestClinics.address;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.fresh;
import static com.clinni.appointments.TestClinics.timeline;
import static com.clinni.appointments.appointment.event.AppointmentRecords.CANCELLED;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.appointments.KafkaLog;
import com.clinni.appointments.TestDatabase;
import com.clinni.appointments.outbox.RelaySteps;
import com.clinni.events.Topics;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions as large as they can be: later changes are heard, older ones change nothing. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class EventVersionsTest {

    private static final long LAST = 9_007_199_254_740_991L;
    private static final String ANOTHER_DAY = "2027-03-20T10:00:00+01:00";

    @Inject MutableClock clock;
    @Inject AppointmentChangedListener listener;
    @Inject RelaySteps outbox;
    @Inject KafkaLog kafka;
    @Inject TestDatabase database;

    private final String visit = fresh("visit");
    private String clinic;

    @BeforeEach
    void on_a_march_morning() {
        clock.set("2027-03-01T09:00:00Z");
        clinic = clinic();
    }

    @ParameterizedTest
    @ValueSource(longs = {LAST + 1, Long.MAX_VALUE})
    void a_version_larger_than_every_json_reader_keeps_is_a_dead_letter(long version) {
        take(AppointmentRecords.booked(clinic, visit, version, SLOT));

        outbox.relay();
        assertThat(kafka.of(Topics.deadLetterOf(Topics.APPOINTMENT_CHANGED), visit))
                .singleElement()
                .returns("SCHEMA_INVALID", letter -> KafkaLog.header(letter, "dead-letter-cause"))
                .returns("version", letter -> KafkaLog.header(letter, "dead-letter-field"));
        timeline(visit).then().statusCode(404);
    }

    @Test
    void the_largest_version_of_an_event_leaves_room_for_changes_made_here() {
        take(AppointmentRecords.booked(clinic, visit, LAST, SLOT));

        given().delete(address(visit)).then().statusCode(204);
        take(AppointmentRecords.booked(clinic, visit, LAST, ANOTHER_DAY));
        take(AppointmentRecords.booked(clinic, visit, 2, ANOTHER_DAY));

        assertThat(states()).containsExactly("CANCELLED");
    }

    @Test
    void a_move_after_the_largest_version_of_an_event_is_planned() {
        take(AppointmentRecords.booked(clinic, visit, LAST, SLOT));

        given().contentType("application/json")
                .body("{\"startsAt\":\"" + ANOTHER_DAY + "\"}")
                .put(address(visit) + "/start")
                .then()
                .statusCode(200);

        assertThat(states()).containsExactly("CANCELLED", "SCHEDULED");
    }

    @Test
    void a_cancellation_by_an_event_is_heard_at_the_largest_version() {
        take(AppointmentRecords.booked(clinic, visit, LAST - 1, SLOT));

        take(CANCELLED.formatted(clinic, visit, LAST));
        take(AppointmentRecords.booked(clinic, visit, 3, ANOTHER_DAY));

        assertThat(states()).containsExactly("CANCELLED");
    }

    @Test
    void a_visit_stored_with_the_largest_number_there_is_stays_cancelled() {
        take(AppointmentRecords.booked(clinic, visit, 1, SLOT));
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                database.update(
                                        "UPDATE appointment SET version = ? WHERE appointment_id ="
                                                + " ?",
                                        Long.MAX_VALUE,
                                        visit));

        given().delete(address(visit)).then().statusCode(204);
        take(AppointmentRecords.booked(clinic, visit, 2, ANOTHER_DAY));

        assertThat(states()).containsExactly("CANCELLED");
    }

    private void take(String body) {
        listener.receive(
                AppointmentRecords.batch(AppointmentRecords.record(fresh("e"), visit, body)));
    }

    private List<String> states() {
        return timeline(visit).jsonPath().getList("state");
    }
}
