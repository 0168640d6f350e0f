package com.clinni.appointments.reminder.publish;

import static com.clinni.appointments.TestClinics.SLOT;
import static com.clinni.appointments.TestClinics.book;
import static com.clinni.appointments.TestClinics.cancel;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.move;
import static com.clinni.appointments.TestClinics.put;
import static com.clinni.appointments.TestClinics.timeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.clinni.appointments.KafkaLog;
import com.clinni.appointments.outbox.RelaySteps;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryReported;
import com.clinni.events.DeliveryState;
import com.clinni.events.Topics;
import com.clinni.events.kafka.Publication;
import com.clinni.platform.kafka.EventPublisher;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A reminder is in Kafka, the transaction that sent it there is not: what may happen before it is
 * repeated.
 */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class UncommittedPublicationTest {

    private static final String DAY = "[{\"before\":\"PT24H\"}]";
    private static final String TWO_HOURS = "[{\"before\":\"PT2H\"}]";
    private static final String DUE = "2027-03-09T15:30:00Z";

    @Inject MutableClock clock;
    @Inject ReminderPublisher publisher;
    @Inject DueReminders due;
    @Inject EventPublisher broker;
    @Inject RelaySteps outbox;
    @Inject KafkaLog kafka;

    private String clinic;
    private String visit;
    private String reminder;

    @BeforeEach
    void a_reminder_that_is_in_kafka_and_still_in_its_queue() {
        clock.set("2027-03-01T09:00:00Z");
        clinic = clinic("reminders", DAY);
        visit = book(clinic, SLOT);
        reminder = timeline(visit).jsonPath().getString("[0].reminderId");
        clock.set(DUE);
        publishAndDie();
        assertThat(inKafka()).containsExactly(reminder);
    }

    @Test
    void a_cancellation_withdraws_it() {
        cancel(visit).then().statusCode(204);
        publisher.publishDue();
        outbox.relay();

        assertThat(inKafka()).containsExactly(reminder);
        assertThat(withdrawn()).containsExactly(reminder);
    }

    @Test
    void a_move_withdraws_it_and_moving_back_makes_a_reminder_of_its_own() {
        move(visit, "2027-03-20T10:00").then().statusCode(200);
        move(visit, SLOT).then().statusCode(200);
        publisher.publishDue();
        outbox.relay();

        assertThat(inKafka()).hasSize(2).doesNotHaveDuplicates().startsWith(reminder);
        assertThat(withdrawn()).contains(reminder).doesNotContain(inKafka().getLast());
    }

    @Test
    void new_rules_leave_it_and_it_is_repeated_under_its_id() {
        put(clinic, "reminders", TWO_HOURS);
        publisher.publishDue();

        assertThat(inKafka()).containsExactly(reminder, reminder);
        timeline(visit).then().body("state", equalTo(List.of("QUEUED", "SCHEDULED")));
    }

    @Test
    void new_rules_on_a_node_whose_clock_is_behind_leave_it_too() {
        clock.advance(Duration.ofSeconds(-30));
        put(clinic, "reminders", "[{\"before\":\"PT48H\"}]");
        clock.set(DUE);
        publisher.publishDue();

        assertThat(inKafka()).containsExactly(reminder, reminder);
    }

    @Test
    void rules_that_go_and_come_back_repeat_it_under_its_id() {
        put(clinic, "reminders", TWO_HOURS);
        put(clinic, "reminders", DAY);
        publisher.publishDue();
        outbox.relay();

        assertThat(inKafka()).containsExactly(reminder, reminder);
        assertThat(withdrawn()).isEmpty();
    }

    @Test
    void what_was_reported_meanwhile_is_not_forgotten_by_the_repetition() {
        report(DeliveryState.ACCEPTED);

        publisher.publishDue();

        assertThat(inKafka()).containsExactly(reminder, reminder);
        timeline(visit).then().body("[0].state", equalTo("SENT"));
    }

    @Test
    void what_was_sent_is_shown_as_sent_though_the_clinic_stopped_reminding() {
        report(DeliveryState.ACCEPTED);
        put(clinic, "channel", "\"NONE\"");

        publisher.publishDue();
        put(clinic, "channel", "\"EMAIL\"");
        publisher.publishDue();

        assertThat(inKafka()).containsExactly(reminder);
        timeline(visit).then().body("state", equalTo(List.of("SENT")));
    }

    private void publishAndDie() {
        assertThatThrownBy(
                        () ->
                                QuarkusTransaction.requiringNew()
                                        .run(
                                                () -> {
                                                    var claim = due.claim(clock.instant(), 1000);
                                                    broker.publish(
                                                            ReminderPublisher.publications(
                                                                    claim.events(),
                                                                    clock.instant()));
                                                    throw new IllegalStateException("killed");
                                                }))
                .hasMessage("killed");
    }

    private void report(DeliveryState state) {
        var report =
                new DeliveryReported(
                        UUID.fromString(reminder),
                        visit,
                        1,
                        clinic,
                        1,
                        1,
                        clock.instant(),
                        state,
                        Channel.WHATSAPP,
                        1,
                        null,
                        null,
                        false);
        broker.publish(List.of(Publication.of(report, "/clinni/test", clock.instant())));
        await().untilAsserted(() -> timeline(visit).then().body("[0].state", equalTo("SENT")));
    }

    private List<String> inKafka() {
        return ids(Topics.REMINDER_DUE);
    }

    private List<String> withdrawn() {
        return ids(Topics.REMINDER_WITHDRAWN);
    }

    private List<String> ids(String topic) {
        return kafka.of(topic, visit).stream()
                .map(record -> KafkaLog.header(record, "ce_id").split(":")[0])
                .toList();
    }
}
