package com.clinni.appointments.report;

import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.fresh;
import static com.clinni.appointments.report.ReportedDeliveries.visit;
import static com.clinni.events.Channel.EMAIL;
import static com.clinni.events.Channel.SMS;
import static com.clinni.events.Channel.WHATSAPP;
import static com.clinni.events.DeliveryState.ACCEPTED;
import static com.clinni.events.DeliveryState.DEAD;
import static com.clinni.events.DeliveryState.RECEIVED;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.clinni.appointments.TestDatabase;
import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryReported;
import com.clinni.events.DeliveryState;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class SegmentsAndOutagesTest {

    @Inject MutableClock clock;
    @Inject ReportedDeliveries told;
    @Inject TestDatabase database;

    private String clinic;
    private final String line = fresh("line");

    @BeforeEach
    void a_clinic_on_a_march_morning_and_no_outage_yet() {
        clock.set("2027-03-01T09:00:00Z");
        clinic = clinic();
        QuarkusTransaction.requiringNew().run(() -> database.update("DELETE FROM outage"));
    }

    @Test
    void an_sms_costs_its_segments_and_one_that_nobody_told_counts_as_one() {
        report(visit(clinic, "2027-03-10T09:00"), 1, ACCEPTED, SMS, null, 3);
        report(visit(clinic, "2027-03-10T10:00"), 1, ACCEPTED, SMS, null, null);

        month("2027-03")
                .then()
                .body("lines.segments", equalTo(List.of(4)))
                .body("segments", equalTo(4))
                .body("lines[0].cost", equalTo(0.32f))
                .body("cost.estimated", equalTo(0.32f));
    }

    @Test
    void an_sms_that_failed_on_its_way_was_paid_for_though_an_email_arrived() {
        var reminder = visit(clinic, "2027-03-10T09:00");
        report(reminder, 1, ACCEPTED, SMS, null, 2);
        report(reminder, 2, RECEIVED, EMAIL, Cause.SMS_REFUSED, null);
        report(reminder, 3, ACCEPTED, EMAIL, null, null);

        month("2027-03")
                .then()
                .body("lines.channel", equalTo(List.of("EMAIL")))
                .body("lines.segments", equalTo(List.of(2)))
                .body("cost.estimated", equalTo(0.16f));
    }

    @Test
    void an_outage_that_reminders_ran_into_is_told_with_its_length() {
        clock.set("2027-03-10T12:00:00Z");
        told.outage(line, "2027-03-10T11:10:00Z", null, "LINE_DOWN");
        ranInto("2027-03-10T11:30:00Z");

        month("2027-03")
                .then()
                .body("outages", hasSize(1))
                .body("outages[0].beganAt", equalTo("2027-03-10T11:10:00Z"))
                .body("outages[0].endedAt", nullValue())
                .body("outages[0].minutes", equalTo(50))
                .body("outageMinutes", equalTo(50));

        told.outage(line, "2027-03-10T11:10:00Z", "2027-03-10T12:30:30Z", "LINE_DOWN");
        told.outage(line, "2027-03-10T11:10:00Z", null, "LINE_DOWN");
        told.outage(line, "2027-03-10T11:10:00Z", "2027-03-10T12:30:30Z", "LINE_DOWN");
        month("2027-03")
                .then()
                .body("outages", hasSize(1))
                .body("outages[0].endedAt", equalTo("2027-03-10T12:30:30Z"))
                .body("outages[0].minutes", equalTo(81))
                .body("outages[0].cause", equalTo("LINE_DOWN"));
        assertThat(asked("text/csv", "2027-03&part=outages").asString())
                .isEqualTo(
                        """
                        month,beganAt,endedAt,cause,minutes
                        2027-03,2027-03-10T11:10:00Z,2027-03-10T12:30:30Z,LINE_DOWN,81
                        """
                                .replace("\n", "\r\n"));
    }

    @Test
    void an_end_that_is_told_before_its_beginning_stays_the_end() {
        told.outage(line, "2027-03-10T11:00:00Z", "2027-03-10T11:20:00Z", "PAUSED");
        told.outage(line, "2027-03-10T11:00:00Z", null, "PAUSED");
        told.outage(fresh("line"), "2027-03-11T11:00:00Z", null, "PAUSED");
        ranInto("2027-03-10T11:24:00Z");

        month("2027-03")
                .then()
                .body("outages.endedAt", equalTo(List.of("2027-03-10T11:20:00Z")))
                .body("outages.minutes", equalTo(List.of(20)));
    }

    @Test
    void an_outage_that_no_reminder_of_the_clinic_ran_into_is_not_its_affair() {
        told.outage(line, "2027-03-10T11:00:00Z", "2027-03-10T11:20:00Z", "LINE_DOWN");
        ranInto("2027-03-10T10:54:59Z");
        ranInto("2027-03-10T11:25:01Z");
        var other = clinic();
        report(
                other,
                visit(other, "2027-03-10T13:00"),
                1,
                DEAD,
                WHATSAPP,
                Cause.LINE_DOWN,
                "2027-03-10T11:10:00Z",
                null);

        month("2027-03").then().body("outages", hasSize(0)).body("outageMinutes", equalTo(0));
    }

    @Test
    void of_an_outage_over_a_months_end_each_month_counts_its_own_minutes() {
        told.outage(line, "2027-03-31T21:50:00Z", "2027-03-31T22:20:00Z", "LINE_DOWN");
        ranInto(visit(clinic, "2027-04-01T23:50"), "2027-03-31T22:10:00Z");

        month("2027-03").then().body("outageMinutes", equalTo(10));
        month("2027-04")
                .then()
                .body("outages.minutes", equalTo(List.of(30)))
                .body("outageMinutes", equalTo(20));
    }

    @Test
    void a_part_that_there_is_not_is_a_bad_request() {
        asked("text/csv", "2027-03&part=prices")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID"))
                .body("field", equalTo("part"));
    }

    private void ranInto(String at) {
        ranInto(visit(clinic, "2027-03-11T13:00"), at);
    }

    private void ranInto(UUID reminder, String at) {
        report(clinic, reminder, 1, DEAD, WHATSAPP, Cause.LINE_DOWN, at, null);
    }

    private void report(
            UUID reminder,
            int sequence,
            DeliveryState state,
            Channel channel,
            Cause cause,
            Integer segments) {
        var at = clock.instant().toString();
        report(clinic, reminder, sequence, state, channel, cause, at, segments);
    }

    private void report(
            String ofClinic,
            UUID reminder,
            int sequence,
            DeliveryState state,
            Channel channel,
            Cause cause,
            String at,
            Integer segments) {
        told.report(
                new DeliveryReported(
                        reminder,
                        "visit-of-" + reminder,
                        1,
                        ofClinic,
                        1,
                        sequence,
                        Instant.parse(at),
                        state,
                        channel,
                        1,
                        cause,
                        null,
                        false,
                        segments,
                        null,
                        null));
    }

    private Response month(String month) {
        return asked("application/json", month);
    }

    private Response asked(String form, String query) {
        return given().accept(form).get("/clinics/" + clinic + "/report?month=" + query);
    }
}
