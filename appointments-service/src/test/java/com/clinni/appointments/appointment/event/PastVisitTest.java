package com.clinni.appointments.appointment.event;

import static com.clinni.appointments.TestClinics.SLOT;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.fresh;
import static com.clinni.appointments.TestClinics.timeline;
import static com.clinni.appointments.appointment.event.AppointmentRecords.CANCELLED;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.appointments.KafkaLog;
import com.clinni.appointments.outbox.RelaySteps;
import com.clinni.events.DeliveryReported;
import com.clinni.events.DeliveryState;
import com.clinni.events.EventReader;
import com.clinni.events.Reading;
import com.clinni.events.Topics;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service that sent an event hears that its visit is over, and nobody is reminded of it. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class PastVisitTest {

    private static final String OVER = "2027-02-20T10:00:00+01:00";

    private final EventReader<DeliveryReported> reader =
            new EventReader<>(DeliveryReported.class, Topics.DELIVERY_REPORTED);
    private final String visit = fresh("visit");

    @Inject MutableClock clock;
    @Inject AppointmentChangedListener listener;
    @Inject RelaySteps outbox;
    @Inject KafkaLog kafka;

    @BeforeEach
    void on_a_march_morning() {
        clock.set("2027-03-01T09:00:00Z");
    }

    @Test
    void a_booking_of_a_visit_that_is_over_is_reported_as_such() {
        var clinic = clinic();
        take(AppointmentRecords.booked(clinic, visit, 7, OVER));

        assertThat(reports())
                .singleElement()
                .returns(DeliveryState.EXPIRED, DeliveryReported::state)
                .returns("IN_THE_PAST", DeliveryReported::detail)
                .returns("startsAt", DeliveryReported::field)
                .returns("/startsAt", DeliveryReported::pointer)
                .returns(7L, DeliveryReported::appointmentVersion)
                .returns(clinic, DeliveryReported::clinicId);
    }

    @Test
    void a_move_into_the_past_is_reported_and_what_was_planned_does_not_leave() {
        var clinic = clinic();
        take(AppointmentRecords.booked(clinic, visit, 1, SLOT));
        take(AppointmentRecords.moved(clinic, visit, 2, OVER));

        assertThat(reports()).singleElement().returns(2L, DeliveryReported::appointmentVersion);
        assertThat(timeline(visit).jsonPath().<String>getList("state"))
                .containsExactly("CANCELLED");
    }

    @Test
    void what_happens_to_a_visit_that_is_over_is_no_mistake() {
        var clinic = clinic();
        take(AppointmentRecords.booked(clinic, visit, 2, OVER));
        take(AppointmentRecords.booked(clinic, visit, 3, OVER).replace("Ana", "Eva"));
        take(AppointmentRecords.booked(clinic, visit, 1, OVER));
        take(CANCELLED.formatted(clinic, visit, 4));

        assertThat(reports()).hasSize(1);
    }

    @Test
    void a_visit_to_come_and_one_that_has_just_begun_are_no_mistake() {
        var clinic = clinic();
        take(AppointmentRecords.booked(clinic, visit, 1, SLOT));
        take(AppointmentRecords.moved(clinic, visit, 2, "2027-03-01T09:30:00+01:00"));

        assertThat(reports()).isEmpty();
    }

    private void take(String body) {
        listener.receive(
                AppointmentRecords.batch(AppointmentRecords.record(fresh("e"), visit, body)));
    }

    private List<DeliveryReported> reports() {
        outbox.relay();
        return kafka.of(Topics.DELIVERY_REPORTED, visit).stream()
                .map(record -> reader.read(record.headers(), record.value()))
                .map(reading -> ((Reading.Read<DeliveryReported>) reading).event())
                .toList();
    }
}
