package com.clinni.appointments.reminder.publish;

import static com.clinni.appointments.TestClinics.SLOT;
import static com.clinni.appointments.TestClinics.book;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.put;
import static com.clinni.appointments.TestClinics.timeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import com.clinni.appointments.KafkaLog;
import com.clinni.events.Channel;
import com.clinni.events.EventReader;
import com.clinni.events.Reading;
import com.clinni.events.ReminderDue;
import com.clinni.events.SmsAccents;
import com.clinni.events.Topics;
import com.clinni.platform.access.Caller;
import com.clinni.platform.access.CurrentCaller;
import com.clinni.platform.kafka.EventPublisher;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class ReminderPublisherTest {

    private static final EventReader<ReminderDue> READER =
            new EventReader<>(ReminderDue.class, Topics.REMINDER_DUE);

    @Inject MutableClock clock;
    @Inject ReminderPublisher publisher;
    @Inject DueReminders due;
    @Inject EventPublisher broker;
    @Inject KafkaLog kafka;

    @BeforeEach
    void on_a_march_morning() {
        clock.set("2027-03-01T09:00:00Z");
    }

    @Test
    void publishes_a_reminder_when_it_is_due_and_never_again() {
        var visit = book(clinic("reminders", "[{\"before\":\"PT24H\"}]"), SLOT);

        clock.set("2027-03-09T15:29:59.999Z");
        publisher.publishDue();
        assertThat(published(visit)).isEmpty();
        timeline(visit).then().body("[0].state", equalTo("SCHEDULED"));

        clock.advance(Duration.ofMillis(1));
        publisher.publishDue();
        publisher.publishDue();

        assertThat(published(visit)).hasSize(1);
        timeline(visit)
                .then()
                .body("[0].state", equalTo("QUEUED"))
                .body("[0].history.what", equalTo(List.of("SCHEDULED", "QUEUED")));
    }

    @Test
    void carries_the_clinic_and_the_patient_as_they_are_at_that_moment() {
        var clinic =
                clinic(
                        "zone", "\"Atlantic/Canary\"",
                        "quietHours", "{\"from\":\"21:00\",\"to\":\"09:00\"}");
        var visit = book(clinic, SLOT);
        put(
                clinic,
                "zone",
                "\"Atlantic/Canary\"",
                "quietHours",
                "{\"from\":\"21:00\",\"to\":\"09:00\"}",
                "address",
                "\"Calle Nueva 2\"",
                "account",
                "\"PRO\"",
                "channel",
                "\"WHATSAPP\"",
                "fallback",
                "\"SMS\"",
                "smsAccents",
                "\"PLAIN\"");

        clock.set("2027-03-09T15:30:00Z");
        publisher.publishDue();

        var event = read(published(visit).getFirst());
        assertThat(event.clinic().address()).isEqualTo("Calle Nueva 2");
        assertThat(event.clinic().channel()).isEqualTo(Channel.WHATSAPP);
        assertThat(event.clinic().quietHours()).isNotNull();
        assertThat(event.clinic().smsAccents()).isEqualTo(SmsAccents.PLAIN);
        assertThat(event.clinic().zone()).hasToString("Atlantic/Canary");
        assertThat(event.patient().firstName()).isEqualTo("Ana");
        assertThat(event.patient().phone()).isEqualTo("600 000 123");
        assertThat(event.durationMinutes()).isEqualTo(30);
        assertThat(event.rule()).isEqualTo("PT24H");
        assertThat(event.appointmentVersion()).isEqualTo(1);
    }

    @Test
    void what_did_not_commit_is_published_again_under_the_same_id() {
        var visit = book(clinic(), SLOT);
        clock.set("2027-03-09T15:30:00Z");

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
        publisher.publishDue();
        publisher.publishDue();

        assertThat(published(visit)).hasSize(2);
        assertThat(published(visit).stream().map(record -> KafkaLog.header(record, "ce_id")))
                .containsOnly(read(published(visit).getFirst()).reminderId() + ":due");
    }

    @Test
    void several_publishers_at_once_publish_each_reminder_once() {
        var clinic = clinic();
        var visits = IntStream.range(0, 60).mapToObj(i -> book(clinic, SLOT)).toList();
        clock.set("2027-03-09T15:30:00Z");

        var nodes =
                IntStream.range(0, 4)
                        .mapToObj(
                                i ->
                                        CompletableFuture.runAsync(
                                                () ->
                                                        CurrentCaller.run(
                                                                Caller.thisService("publish"),
                                                                this::publishInSmallBatches)))
                        .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(nodes).join();

        var all = kafka.all(Topics.REMINDER_DUE);
        assertThat(visits)
                .allSatisfy(
                        visit ->
                                assertThat(all)
                                        .filteredOn(record -> visit.equals(record.key()))
                                        .hasSize(1));
    }

    @Test
    void a_clinic_that_stopped_reminding_has_nothing_published() {
        var clinic = clinic();
        var visit = book(clinic, SLOT);
        put(clinic, "channel", "\"NONE\"");

        clock.set("2027-03-09T15:30:00Z");
        publisher.publishDue();

        assertThat(published(visit)).isEmpty();
        timeline(visit).then().body("size()", equalTo(0));
    }

    @Test
    void a_start_in_the_past_has_no_reminder() {
        var clinic = clinic();
        var visit = book(clinic, "2027-03-01T08:30:00Z");

        publisher.publishDue();

        assertThat(published(visit)).isEmpty();
    }

    private void publishInSmallBatches() {
        int rows;
        do {
            rows =
                    QuarkusTransaction.requiringNew()
                            .call(
                                    () -> {
                                        var claim = due.claim(clock.instant(), 7);
                                        broker.publish(
                                                ReminderPublisher.publications(
                                                        claim.events(), clock.instant()));
                                        return claim.rows();
                                    });
        } while (rows > 0);
    }

    private List<ConsumerRecord<String, byte[]>> published(String visit) {
        return kafka.of(Topics.REMINDER_DUE, visit);
    }

    private static ReminderDue read(ConsumerRecord<String, byte[]> record) {
        return switch (READER.read(record.headers(), record.value())) {
            case Reading.Read<ReminderDue>(var event) -> event;
            case Reading.Rejected<ReminderDue>(var cause, var field) ->
                    throw new AssertionError(cause + " " + field);
        };
    }
}
