package com.clinni.appointments.reminder.sweep;

import static com.clinni.appointments.TestClinics.book;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.timeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.clinni.appointments.KafkaLog;
import com.clinni.appointments.TestDatabase;
import com.clinni.appointments.reminder.PublicState;
import com.clinni.appointments.reminder.plan.ReplanningSteps;
import com.clinni.appointments.reminder.publish.PublisherSteps;
import com.clinni.appointments.reminder.sweep.RepairMetrics.What;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryReported;
import com.clinni.events.DeliveryState;
import com.clinni.events.Topics;
import com.clinni.events.kafka.Publication;
import com.clinni.platform.kafka.EventPublisher;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SweeperTest.Alone.class)
@WithTestResource(KafkaAndPostgres.class)
class SweeperTest {

    /** Other tests leave reminders that nobody reports on: this one has a database of its own. */
    public static final class Alone implements QuarkusTestProfile {}

    @Inject MutableClock clock;
    @Inject PublisherSteps publisher;
    @Inject ReplanningSteps replanning;
    @Inject Sweeper sweeper;
    @Inject SweeperConfig config;
    @Inject EventPublisher broker;
    @Inject TestDatabase database;
    @Inject MeterRegistry metrics;
    @Inject KafkaLog kafka;
    @Inject Admin admin;

    private DownstreamGroups downstream;
    private String clinic;
    private String visit;
    private UUID reminder;

    @BeforeEach
    void a_visit_with_a_reminder() {
        downstream = new DownstreamGroups(admin, config.followers());
        clock.set("2027-03-01T09:00:00Z");
        clinic = clinic();
        visit = book(clinic, "2027-03-10T16:30:00+01:00");
        reminder = UUID.fromString(timeline(visit).jsonPath().getString("[0].reminderId"));
        clock.set("2027-03-09T15:30:00Z");
    }

    @Test
    void in_normal_running_nothing_is_repaired() throws Exception {
        var before = repairs();
        sweep();
        publisher.publishDue();
        sweep();
        report(DeliveryState.ACCEPTED);
        clock.advance(Duration.ofMinutes(10));
        downstream.takeAll();
        sweep();

        assertThat(repairs()).isEqualTo(before);
        assertThat(published()).hasSize(1);
    }

    @Test
    void a_record_that_kafka_lost_is_published_once_more_under_its_id() throws Exception {
        var before = repairs(What.LOST);
        publisher.publishDue();
        downstream.lose(kafka.of(Topics.REMINDER_DUE, visit).getFirst());
        clock.advance(Duration.ofMinutes(4));
        downstream.takeAll();

        await().untilAsserted(
                        () -> {
                            sweeper.sweep();
                            assertThat(repairs(What.LOST)).isEqualTo(before + 1);
                        });
        publisher.publishDue();
        sweep();
        publisher.publishDue();

        assertThat(repairs(What.LOST)).isEqualTo(before + 1);
        assertThat(published()).containsExactly(reminder + ":due", reminder + ":due");
        report(DeliveryState.ACCEPTED);
        timeline(visit).then().body("[0].state", equalTo("SENT"));
    }

    @Test
    void silence_while_a_service_in_between_is_behind_is_no_loss() throws Exception {
        publisher.publishDue();
        clock.advance(Duration.ofMinutes(30));
        downstream.takeAll();
        broker.publish(
                List.of(
                        new Publication(
                                Topics.DIRECT_READY, visit, new RecordHeaders(), new byte[1])));
        var before = repairs();

        await().during(Duration.ofSeconds(8))
                .atMost(Duration.ofSeconds(12))
                .untilAsserted(
                        () -> {
                            sweeper.sweep();
                            assertThat(repairs()).isEqualTo(before);
                        });
        downstream.takeAll();
        await().untilAsserted(
                        () -> {
                            sweeper.sweep();
                            assertThat(repairs(What.LOST)).isPositive();
                        });
        report(DeliveryState.ACCEPTED);
    }

    @Test
    void what_cannot_be_sent_in_time_any_more_is_shown_and_not_repeated() throws Exception {
        publisher.publishDue();
        clock.set("2027-03-10T15:31:00Z");
        downstream.takeAll();
        var before = repairs();
        sweep();

        assertThat(unfinished()).isPositive();
        assertThat(repairs()).isEqualTo(before);
        var shown = unfinished();
        report(DeliveryState.EXPIRED);
        sweep();
        assertThat(unfinished()).isEqualTo(shown - 1);
    }

    @Test
    void a_visit_without_the_reminders_of_its_rules_is_planned() {
        sql("DELETE FROM reminder_due WHERE reminder_id = ?");
        sql("DELETE FROM reminder WHERE reminder_id = ?");
        timeline(visit).then().body("size()", equalTo(0));
        var before = repairs(What.UNPLANNED);

        sweep();
        replanning.replanWaiting();
        sweep();
        publisher.publishDue();

        assertThat(repairs(What.UNPLANNED)).isEqualTo(before + 1);
        assertThat(published()).containsExactly(reminder + ":due");
        report(DeliveryState.ACCEPTED);
    }

    @Test
    void a_due_reminder_in_no_queue_is_queued() {
        sql("DELETE FROM reminder_due WHERE reminder_id = ?");
        clock.advance(Duration.ofMinutes(5));
        var before = repairs(What.UNQUEUED);

        sweep();
        publisher.publishDue();

        assertThat(repairs(What.UNQUEUED)).isEqualTo(before + 1);
        assertThat(published()).containsExactly(reminder + ":due");
        report(DeliveryState.ACCEPTED);
    }

    /** Losses need two looks on end. */
    private void sweep() {
        sweeper.sweep();
        sweeper.sweep();
    }

    private void report(DeliveryState state) {
        var report =
                new DeliveryReported(
                        reminder,
                        visit,
                        1,
                        clinic,
                        1,
                        1,
                        clock.instant(),
                        state,
                        Channel.EMAIL,
                        1,
                        null,
                        null,
                        false);
        broker.publish(List.of(Publication.of(report, "/clinni/test", clock.instant())));
        var word = PublicState.of(state, 1).name();
        await().untilAsserted(() -> timeline(visit).then().body("[0].state", equalTo(word)));
    }

    private void sql(String statement) {
        QuarkusTransaction.requiringNew().run(() -> database.update(statement, reminder));
    }

    private List<String> published() {
        return kafka.of(Topics.REMINDER_DUE, visit).stream()
                .map(record -> KafkaLog.header(record, "ce_id"))
                .toList();
    }

    private double repairs() {
        return metrics.find(RepairMetrics.NAME).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private double repairs(What what) {
        return metrics.get(RepairMetrics.NAME).tag("what", what.name()).counter().count();
    }

    private double unfinished() {
        return metrics.get(UnfinishedReminders.NAME).gauge().value();
    }
}
