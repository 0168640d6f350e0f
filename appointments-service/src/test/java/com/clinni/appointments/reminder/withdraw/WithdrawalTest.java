package com.clinni.appointments.reminder.withdraw;

import static com.clinni.appointments.TestClinics.SLOT;
import static com.clinni.appointments.TestClinics.book;
import static com.clinni.appointments.TestClinics.booking;
import static com.clinni.appointments.TestClinics.cancel;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.fresh;
import static com.clinni.appointments.TestClinics.move;
import static com.clinni.appointments.TestClinics.post;
import static com.clinni.appointments.TestClinics.timeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.clinni.appointments.KafkaLog;
import com.clinni.appointments.TestDatabase;
import com.clinni.appointments.outbox.RelaySteps;
import com.clinni.appointments.reminder.publish.PublisherSteps;
import com.clinni.events.EventReader;
import com.clinni.events.Reading;
import com.clinni.events.ReminderWithdrawn;
import com.clinni.events.ReminderWithdrawn.Reason;
import com.clinni.events.Topics;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class WithdrawalTest {

    private static final EventReader<ReminderWithdrawn> READER =
            new EventReader<>(ReminderWithdrawn.class, Topics.REMINDER_WITHDRAWN);

    @Inject MutableClock clock;
    @Inject PublisherSteps publisher;
    @Inject RelaySteps outbox;
    @Inject KafkaLog kafka;
    @Inject TestDatabase database;

    @BeforeEach
    void on_a_march_morning() {
        clock.set("2027-03-01T09:00:00Z");
    }

    @Test
    void a_move_withdraws_every_reminder_of_the_old_start_published_or_not() {
        var clinic = clinic("reminders", "[{\"before\":\"PT24H\"},{\"before\":\"PT2H\"}]");
        var visit = fresh("visit");
        List<String> old =
                post(clinic, booking(visit, SLOT)).jsonPath().getList("reminders.reminderId");
        clock.set("2027-03-09T15:30:00Z");
        publisher.publishDue();

        move(visit, "2027-03-20T10:00").then().statusCode(200);
        clock.set("2027-03-10T13:30:00Z");
        publisher.publishDue();
        outbox.relay();

        assertThat(kafka.of(Topics.REMINDER_DUE, visit)).hasSize(1);
        assertThat(withdrawn(visit))
                .extracting(ReminderWithdrawn::reminderId)
                .extracting(UUID::toString)
                .containsExactlyInAnyOrderElementsOf(old);
        assertThat(withdrawn(visit))
                .extracting(ReminderWithdrawn::reason)
                .containsOnly(Reason.MOVED);
        timeline(visit)
                .then()
                .body(
                        "state",
                        equalTo(List.of("CANCELLED", "CANCELLED", "SCHEDULED", "SCHEDULED")));
    }

    @Test
    void a_cancellation_withdraws_and_twice_withdraws_once() {
        var visit = book(clinic(), SLOT);

        cancel(visit);
        cancel(visit);
        outbox.relay();

        assertThat(withdrawn(visit))
                .singleElement()
                .returns(Reason.CANCELLED, ReminderWithdrawn::reason)
                .returns(1L, ReminderWithdrawn::appointmentVersion);
        assertThat(KafkaLog.header(records(visit).getFirst(), "ce_id")).endsWith(":withdrawn");
        timeline(visit)
                .then()
                .body("[0].history.what", equalTo(List.of("SCHEDULED", "CANCELLED")))
                .body("[0].history[1].detail", equalTo("CANCELLED"));
    }

    @Test
    void a_cancelled_visit_is_not_reminded() {
        var visit = book(clinic(), SLOT);
        cancel(visit);

        clock.set("2027-03-09T15:30:00Z");
        publisher.publishDue();

        assertThat(kafka.of(Topics.REMINDER_DUE, visit)).isEmpty();
    }

    @Test
    void who_cancels_while_the_publisher_holds_the_reminder_is_told_to_come_back() {
        var visit = book(clinic(), SLOT);
        clock.set("2027-03-09T15:30:00Z");

        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            publisher.claim(clock.instant(), 1000);
                            cancel(visit)
                                    .then()
                                    .statusCode(503)
                                    .header("Retry-After", "1")
                                    .body("code", equalTo("BUSY"));
                        });

        cancel(visit).then().statusCode(204);
    }

    @Test
    void a_queue_row_that_a_withdrawal_overlooked_publishes_nothing() {
        var visit = book(clinic(), SLOT);
        cancel(visit);
        clock.set("2027-03-09T15:30:00Z");
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                database.update(
                                        "INSERT INTO reminder_due SELECT reminder_id, due_at,"
                                            + " clinic_id FROM reminder WHERE appointment_id = ?",
                                        visit));

        publisher.publishDue();

        assertThat(kafka.of(Topics.REMINDER_DUE, visit)).isEmpty();
        timeline(visit).then().body("[0].state", equalTo("CANCELLED"));
    }

    private List<ReminderWithdrawn> withdrawn(String visit) {
        return records(visit).stream().map(WithdrawalTest::read).toList();
    }

    private List<ConsumerRecord<String, byte[]>> records(String visit) {
        return kafka.of(Topics.REMINDER_WITHDRAWN, visit);
    }

    private static ReminderWithdrawn read(ConsumerRecord<String, byte[]> record) {
        return switch (READER.read(record.headers(), record.value())) {
            case Reading.Read<ReminderWithdrawn>(var event) -> event;
            case Reading.Rejected<ReminderWithdrawn>(var cause, var field) ->
                    throw new AssertionError(cause + " " + field);
        };
    }
}
