package com.clinni.appointments.delivery;

import static com.clinni.appointments.TestClinics.SLOT;
import static com.clinni.appointments.TestClinics.book;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.fresh;
import static com.clinni.appointments.TestClinics.timeline;
import static com.clinni.events.DeliveryState.ACCEPTED;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.clinni.appointments.KafkaLog;
import com.clinni.appointments.outbox.RelaySteps;
import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryReported;
import com.clinni.events.DeliveryState;
import com.clinni.events.Topics;
import com.clinni.events.kafka.Publication;
import com.clinni.platform.kafka.EventPublisher;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class ClinicListTest {

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
    void a_report_on_a_message_that_is_no_reminder_is_passed_over_and_a_broken_one_buried() {
        publish(event(UUID.randomUUID(), 1, 1, ACCEPTED, Channel.WHATSAPP, 1, null, false));
        broker.publish(
                List.of(
                        new Publication(
                                Topics.DELIVERY_REPORTED,
                                visit,
                                new RecordHeaders(),
                                new byte[] {1})));
        report(1, 1, ACCEPTED, Channel.WHATSAPP, 1, null);

        await().untilAsserted(() -> timeline(visit).then().body("[0].state", equalTo("SENT")));
        outbox.relay();
        assertThat(kafka.of(Topics.deadLetterOf(Topics.DELIVERY_REPORTED), visit)).hasSize(1);
    }

    @Test
    void a_clinic_lists_its_reminders_by_state_and_time() {
        book(clinic, "2027-03-12T10:00");
        report(1, 1, ACCEPTED, Channel.WHATSAPP, 1, null);
        await().untilAsserted(
                        () -> list("").then().body("state", equalTo(List.of("SENT", "SCHEDULED"))));

        list("?state=SENT").then().body("reminderId", equalTo(List.of(reminder.toString())));
        list("?from=2027-03-10T00:00:00Z").then().body("size()", equalTo(1));
        list("?to=2027-03-10T00:00:00Z&state=SCHEDULED").then().body("size()", equalTo(0));
        list("?size=1&page=1").then().body("[0].state", equalTo("SCHEDULED"));
        list("?page=2").then().body("size()", equalTo(0));
        given().get("/clinics/{id}/reminders", clinic()).then().body("[0]", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=-1",
                "page=x",
                "size=1000000000",
                "size=0",
                "state=GONE",
                "state=DROPPED",
                "from=yesterday",
                "to=2027-02-30T00:00:00Z",
                "page=999999"
            })
    void a_wrong_filter_is_a_bad_request(String filter) {
        list("?" + filter)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("INVALID"))
                .body("field", equalTo(filter.split("=")[0]));
    }

    @Test
    void a_visit_or_clinic_nobody_knows_is_not_found() {
        timeline(fresh("visit")).then().statusCode(404);
        given().get("/clinics/{id}/reminders", fresh("clinic")).then().statusCode(404);
    }

    private Response list(String query) {
        return given().get("/clinics/" + clinic + "/reminders" + query);
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
