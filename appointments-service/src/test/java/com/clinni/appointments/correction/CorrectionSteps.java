package com.clinni.appointments.correction;

import static com.clinni.appointments.TestClinics.SLOT;
import static com.clinni.appointments.TestClinics.book;
import static com.clinni.appointments.TestClinics.timeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import com.clinni.appointments.KafkaLog;
import com.clinni.appointments.reminder.publish.PublisherSteps;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryReported;
import com.clinni.events.DeliveryState;
import com.clinni.events.EventReader;
import com.clinni.events.Reading;
import com.clinni.events.ReminderDue;
import com.clinni.events.Topics;
import com.clinni.events.kafka.Publication;
import com.clinni.platform.kafka.EventPublisher;
import com.clinni.testbed.clock.MutableClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What patients are told of a visit, and what the dispatchers say of that; the loops by hand. */
@ApplicationScoped
class CorrectionSteps {

    private static final EventReader<ReminderDue> READER =
            new EventReader<>(ReminderDue.class, Topics.REMINDER_DUE);

    @Inject MutableClock clock;
    @Inject CorrectionLoop corrections;
    @Inject PublisherSteps publishing;
    @Inject EventPublisher broker;
    @Inject KafkaLog kafka;

    /** A visit of which the publisher has let its reminder go, a day before. */
    String published(String clinic) {
        var visit = book(clinic, SLOT);
        clock.set("2027-03-09T15:30:00Z");
        assertThat(of(visit)).hasSize(1);
        return visit;
    }

    /** A visit whose patient has been reminded. */
    String reminded(String clinic) {
        return reminded(clinic, Channel.WHATSAPP);
    }

    /** The same, over that channel. */
    String reminded(String clinic, Channel channel) {
        var visit = published(clinic);
        report(of(visit).getFirst(), 1, DeliveryState.ACCEPTED, channel);
        return visit;
    }

    /** Everything that was published about a visit, after whatever is due was published. */
    List<ReminderDue> of(String visit) {
        publishing.publishDue();
        return kafka.of(Topics.REMINDER_DUE, visit).stream().map(CorrectionSteps::read).toList();
    }

    /** Everything, after the change had its time to settle. */
    List<ReminderDue> onceSettled(String visit) {
        clock.advance(Duration.ofSeconds(20));
        corrections.decideDue();
        return of(visit);
    }

    /** A dispatcher says so, and it is known. */
    void report(ReminderDue message, int sequence, DeliveryState state) {
        report(message, sequence, state, Channel.WHATSAPP);
    }

    void report(ReminderDue message, int sequence, DeliveryState state, Channel channel) {
        var report =
                new DeliveryReported(
                        message.reminderId(),
                        message.appointmentId(),
                        message.appointmentVersion(),
                        message.clinic().clinicId(),
                        1,
                        sequence,
                        clock.instant(),
                        state,
                        channel,
                        1,
                        null,
                        "n" + sequence,
                        false);
        broker.publish(List.of(Publication.of(report, "/clinni/fallback-dispatcher", report.at())));
        await().untilAsserted(
                        () ->
                                timeline(message.appointmentId())
                                        .then()
                                        .body(
                                                "find { it.reminderId == '%s' }.history.detail"
                                                        .formatted(message.reminderId()),
                                                hasItem("n" + sequence)));
    }

    private static ReminderDue read(ConsumerRecord<String, byte[]> record) {
        return switch (READER.read(record.headers(), record.value())) {
            case Reading.Read<ReminderDue>(var event) -> event;
            case Reading.Rejected<ReminderDue>(var cause, var field) ->
                    throw new AssertionError(cause + " " + field);
        };
    }
}
