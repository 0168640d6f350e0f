package com.clinni.appointments.reminder.publish;

import static com.clinni.appointments.TestClinics.SLOT;
import static com.clinni.appointments.TestClinics.book;
import static com.clinni.appointments.TestClinics.cancel;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.clinni.appointments.KafkaLog;
import com.clinni.appointments.outbox.RelaySteps;
import com.clinni.events.Topics;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.StoppableKafka;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The broker is killed while reminders are due. */
@QuarkusTest
@WithTestResource(StoppableKafka.class)
class BrokerOutageTest {

    @Inject MutableClock clock;
    @Inject ReminderPublisher publisher;
    @Inject RelaySteps outbox;
    @Inject KafkaLog kafka;

    @Test
    void bookings_and_cancellations_go_on_and_what_is_due_leaves_when_the_broker_is_back() {
        clock.set("2027-03-01T09:00:00Z");
        var clinic = clinic();
        var cancelled = IntStream.range(0, 12).mapToObj(i -> book(clinic, SLOT)).toList();
        var kept = IntStream.range(0, 12).mapToObj(i -> book(clinic, SLOT)).toList();
        clock.set("2027-03-09T15:30:00Z");
        StoppableKafka.kill();
        var over = new AtomicBoolean();
        var publishing = CompletableFuture.runAsync(() -> publishUntil(over));

        cancelled.forEach(visit -> cancel(visit).then().statusCode(204));
        var late = book(clinic, SLOT);
        put(clinic, "address", "\"Calle Nueva 2\"").then().statusCode(200);

        StoppableKafka.launch();
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () ->
                                assertThat(with(late, kept))
                                        .allSatisfy(visit -> assertThat(published(visit)).isOne()));
        over.set(true);
        publishing.join();
        await().atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .until(
                        () -> {
                            outbox.relay();
                            return outbox.waiting() == 0;
                        });
        assertThat(cancelled).allSatisfy(visit -> assertThat(published(visit)).isZero());
        assertThat(kafka.all(Topics.REMINDER_WITHDRAWN).stream().map(record -> record.key()))
                .containsAll(cancelled);
    }

    private static List<String> with(String one, List<String> more) {
        return Stream.concat(Stream.of(one), more.stream()).toList();
    }

    private void publishUntil(AtomicBoolean over) {
        while (!over.get()) {
            try {
                publisher.publishDue();
            } catch (RuntimeException e) {
                // as the scheduler does: the next look tries again
            }
        }
    }

    /** Different ones: a broker that is just starting may be sent one twice, under its id. */
    private long published(String visit) {
        return kafka.of(Topics.REMINDER_DUE, visit).stream()
                .map(record -> KafkaLog.header(record, "ce_id"))
                .distinct()
                .count();
    }
}
