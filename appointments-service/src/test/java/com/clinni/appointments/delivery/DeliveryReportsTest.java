package com.clinni.appointments.delivery;

import static com.clinni.appointments.TestClinics.SLOT;
import static com.clinni.appointments.TestClinics.address;
import static com.clinni.appointments.TestClinics.book;
import static com.clinni.appointments.TestClinics.cancel;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.timeline;
import static com.clinni.events.DeliveryState.ACCEPTED;
import static com.clinni.events.DeliveryState.DEAD;
import static com.clinni.events.DeliveryState.DELIVERED;
import static com.clinni.events.DeliveryState.IN_DOUBT;
import static com.clinni.events.DeliveryState.RECEIVED;
import static com.clinni.events.DeliveryState.REPLAYED;
import static com.clinni.events.DeliveryState.SENDING;
import static com.clinni.events.DeliveryState.WAITING;
import static com.clinni.events.DeliveryState.WITHDRAWN;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.clinni.appointments.KafkaLog;
import com.clinni.appointments.outbox.RelaySteps;
import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryReported;
import com.clinni.events.DeliveryState;
import com.clinni.events.kafka.Publication;
import com.clinni.platform.kafka.EventPublisher;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class DeliveryReportsTest {

    private static final int FALLBACK = DeliveryReported.FALLBACK_SEQUENCE_BASE;

    @Inject MutableClock clock;
    @Inject EventPublisher broker;
    @Inject RelaySteps outbox;
    @Inject KafkaLog kafka;

    private String clinic;
    private String visit;
    private UUID reminder;

    @BeforeEach
    void a_visit_with_a_reminder() {
        clock.set("2027-03-01T09:00:00Z");
        clinic = clinic();
        visit = book(clinic, SLOT);
        reminder = UUID.fromString(timeline(visit).jsonPath().getString("[0].reminderId"));
    }

    @Test
    void every_transition_is_told_in_the_public_words() {
        report(1, 1, WAITING, Channel.WHATSAPP, 0, null);
        report(1, 2, SENDING, Channel.WHATSAPP, 1, null);
        report(1, 3, WAITING, Channel.WHATSAPP, 1, Cause.GATEWAY_UNREACHABLE);
        report(1, 4, DEAD, Channel.WHATSAPP, 1, Cause.LINE_DOWN);
        report(1, FALLBACK + 1, RECEIVED, null, 0, Cause.LINE_DOWN);
        report(1, FALLBACK + 2, ACCEPTED, Channel.EMAIL, 1, null);

        await().untilAsserted(
                        () ->
                                timeline(visit)
                                        .then()
                                        .body("[0].state", equalTo("SENT"))
                                        .body("[0].stateText", equalTo("Enviado"))
                                        .body("[0].channel", equalTo("EMAIL"))
                                        .body("[0].sendBefore", equalTo("2027-03-10T15:15:00Z"))
                                        .body("[0].history[1].at", equalTo("2027-03-09T15:30:01Z"))
                                        .body(
                                                "[0].history.what",
                                                equalTo(
                                                        List.of(
                                                                "SCHEDULED",
                                                                "QUEUED",
                                                                "SENDING",
                                                                "RETRYING",
                                                                "FALLBACK",
                                                                "FALLBACK",
                                                                "SENT")))
                                        .body("[0].history[3].channel", equalTo("WHATSAPP"))
                                        .body(
                                                "[0].history[3].reason",
                                                equalTo("GATEWAY_UNREACHABLE")));
        given().header("Accept-Language", "en-GB,es;q=0.5")
                .get(address(visit) + "/reminders")
                .then()
                .body("[0].stateText", equalTo("Sent"))
                .body("[0].zone", equalTo("Europe/Madrid"))
                .body("[0].dueAtLocal", equalTo("2027-03-09T16:30"));
    }

    @Test
    void a_late_report_is_kept_in_its_place_and_overwrites_nothing() {
        report(1, 3, DELIVERED, Channel.WHATSAPP, 1, null);
        report(1, 2, ACCEPTED, Channel.WHATSAPP, 1, null);
        report(1, 2, ACCEPTED, Channel.WHATSAPP, 1, null);

        await().untilAsserted(
                        () ->
                                timeline(visit)
                                        .then()
                                        .body("[0].state", equalTo("DELIVERED"))
                                        .body(
                                                "[0].history.what",
                                                equalTo(
                                                        List.of(
                                                                "SCHEDULED",
                                                                "SENT",
                                                                "DELIVERED"))));
    }

    @Test
    void a_replay_is_a_later_generation_whatever_its_sequence() {
        report(1, FALLBACK + 5, REPLAYED, null, 0, null);
        report(2, 1, WAITING, Channel.WHATSAPP, 0, null);
        report(2, 2, ACCEPTED, Channel.WHATSAPP, 1, null);
        report(1, FALLBACK + 4, DEAD, null, 0, Cause.SMS_NO_CREDIT);

        await().untilAsserted(
                        () ->
                                timeline(visit)
                                        .then()
                                        .body("[0].history", hasSize(5))
                                        .body("[0].state", equalTo("SENT"))
                                        .body("[0].history[3].generation", equalTo(2)));
    }

    @Test
    void a_possible_duplicate_stays_one() {
        publish(event(reminder, 1, 1, IN_DOUBT, Channel.WHATSAPP, 1, null, true));
        report(1, 2, ACCEPTED, Channel.WHATSAPP, 1, null);

        await().untilAsserted(
                        () ->
                                timeline(visit)
                                        .then()
                                        .body("[0].state", equalTo("SENT"))
                                        .body("[0].possibleDuplicate", equalTo(true)));
    }

    @Test
    void a_withdrawn_reminder_does_not_go_back_to_the_queue() {
        cancel(visit);
        report(1, 1, WAITING, Channel.WHATSAPP, 0, null);
        await().untilAsserted(() -> timeline(visit).then().body("[0].history", hasSize(3)));
        timeline(visit).then().body("[0].state", equalTo("CANCELLED"));

        report(1, 2, WITHDRAWN, Channel.WHATSAPP, 0, null);

        await().untilAsserted(
                        () ->
                                timeline(visit)
                                        .then()
                                        .body("[0].state", equalTo("CANCELLED"))
                                        .body(
                                                "[0].history.what",
                                                equalTo(
                                                        List.of(
                                                                "SCHEDULED",
                                                                "QUEUED",
                                                                "CANCELLED"))));
    }

    @Test
    void what_was_sent_before_the_cancellation_stays_sent() {
        report(1, 1, ACCEPTED, Channel.WHATSAPP, 1, null);
        await().untilAsserted(() -> timeline(visit).then().body("[0].state", equalTo("SENT")));

        cancel(visit);

        timeline(visit).then().body("[0].state", equalTo("SENT"));
    }

    @ParameterizedTest
    @CsvSource({"WAITING, QUEUED", "NEEDS_ATTENTION, NOT_DELIVERED"})
    void what_was_sent_by_hand_is_not_called_cancelled_when_the_dispatcher_lets_go_of_it(
            DeliveryState before, String shown) {
        report(1, 1, before, Channel.WHATSAPP, 0, null);
        await().untilAsserted(() -> timeline(visit).then().body("[0].state", equalTo(shown)));
        given().contentType("application/json")
                .body("{}")
                .post(address(visit) + "/sent-by-hand")
                .then()
                .statusCode(200);

        report(1, 2, WITHDRAWN, null, 0, null);
        await().untilAsserted(
                        () ->
                                timeline(visit)
                                        .then()
                                        .body("[0].history.what", hasItem("CANCELLED")));
        timeline(visit).then().body("[0].state", equalTo("SENT_BY_HAND"));
    }

    private void report(
            int generation,
            int sequence,
            DeliveryState state,
            Channel channel,
            int attempts,
            Cause cause) {
        publish(event(reminder, generation, sequence, state, channel, attempts, cause, false));
    }

    private DeliveryReported event(
            UUID id,
            int generation,
            int sequence,
            DeliveryState state,
            Channel channel,
            int attempts,
            Cause cause,
            boolean possibleDuplicate) {
        return new DeliveryReported(
                id,
                visit,
                1,
                clinic,
                generation,
                sequence,
                Instant.parse("2027-03-09T15:30:00Z").plusSeconds(sequence % FALLBACK),
                state,
                channel,
                attempts,
                cause,
                null,
                possibleDuplicate);
    }

    private void publish(DeliveryReported event) {
        broker.publish(List.of(Publication.of(event, "/clinni/whatsapp-dispatcher", event.at())));
    }
}
