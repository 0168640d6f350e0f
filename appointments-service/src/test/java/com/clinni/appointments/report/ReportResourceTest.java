package com.clinni.appointments.report;

import static com.clinni.appointments.TestClinics.book;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.fresh;
import static com.clinni.appointments.report.ReportedDeliveries.visit;
import static com.clinni.events.Channel.EMAIL;
import static com.clinni.events.Channel.SMS;
import static com.clinni.events.Channel.WHATSAPP;
import static com.clinni.events.DeliveryState.ACCEPTED;
import static com.clinni.events.DeliveryState.DEAD;
import static com.clinni.events.DeliveryState.DELIVERED;
import static com.clinni.events.DeliveryState.DOUBT_CLOSED;
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
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class ReportResourceTest {

    private static final String FIRST_OF_APRIL_AT_HALF_PAST_MIDNIGHT = "2027-04-02T00:30:00+02:00";

    @Inject MutableClock clock;
    @Inject ReportedDeliveries told;
    @Inject TestDatabase database;

    @BeforeEach
    void on_a_march_morning() {
        clock.set("2027-03-01T09:00:00Z");
    }

    @Test
    void a_month_is_counted_by_channel_and_state_with_what_it_cost() {
        var clinic = aMonthOfFive();

        report(clinic, "2027-03")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("month", equalTo("2027-03"))
                .body("zone", equalTo("Europe/Madrid"))
                .body("from", equalTo("2027-02-28T23:00:00Z"))
                .body("to", equalTo("2027-03-31T22:00:00Z"))
                .body("reminders", equalTo(5))
                .body("sent", equalTo(3))
                .body("lines.channel", equalTo(List.of("EMAIL", "EMAIL", "SMS", "WHATSAPP")))
                .body(
                        "lines.state",
                        equalTo(List.of("SCHEDULED", "SENT", "DELIVERED", "DOUBT_CLOSED")))
                .body("lines.reminders", equalTo(List.of(1, 1, 2, 1)))
                .body("lines.metOutage", equalTo(List.of(0, 0, 1, 0)))
                .body("lines.segments", equalTo(List.of(0, 0, 2, 0)))
                .body("segments", equalTo(2))
                .body("outages", hasSize(0))
                .body("outageMinutes", equalTo(0))
                .body("lines.possibleDuplicates", equalTo(List.of(0, 0, 0, 1)))
                .body("lines[0].cost", nullValue())
                .body("lines[2].cost", equalTo(0.16f))
                .body("lines[3].cost", nullValue())
                .body("cost.currency", equalTo("EUR"))
                .body("cost.estimated", equalTo(0.16f))
                .body("cost.official", equalTo(0.08f));
    }

    @Test
    void the_same_month_is_a_table_for_a_spreadsheet_in_the_readers_words() {
        var clinic = aMonthOfFive();

        var table = asked("text/csv").header("Accept-Language", "es").get(path(clinic, "2027-03"));

        table.then()
                .statusCode(200)
                .header("Content-Type", "text/csv;charset=utf-8")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"report-" + clinic + "-2027-03.csv\"");
        assertThat(table.asString())
                .isEqualTo(
                        """
                        month,channel,state,stateText,reminders,possibleDuplicates,metOutage,cost,currency,segments
                        2027-03,EMAIL,SCHEDULED,Programado,1,0,0,,,0
                        2027-03,EMAIL,SENT,Enviado,1,0,0,0,EUR,0
                        2027-03,SMS,DELIVERED,Entregado,2,0,1,0.16,EUR,2
                        2027-03,WHATSAPP,DOUBT_CLOSED,"En duda, cerrado",1,1,0,,,0
                        """
                                .replace("\n", "\r\n"));
    }

    @Test
    void a_months_end_is_where_the_clinics_clock_has_it() {
        var madrid = clinic();
        var canaries = clinic("zone", "\"Atlantic/Canary\"");
        book(madrid, FIRST_OF_APRIL_AT_HALF_PAST_MIDNIGHT);
        book(canaries, FIRST_OF_APRIL_AT_HALF_PAST_MIDNIGHT);

        report(madrid, "2027-03").then().body("reminders", equalTo(0));
        report(madrid, "2027-04").then().body("reminders", equalTo(1));
        report(canaries, "2027-03").then().body("reminders", equalTo(1));
        report(canaries, "2027-04").then().body("reminders", equalTo(0));
    }

    @Test
    void without_a_month_it_is_the_one_the_clinic_is_in() {
        var clinic = clinic();
        clock.set("2027-03-31T22:30:00Z");

        asked("*/*")
                .get("/clinics/{id}/report", clinic)
                .then()
                .contentType("application/json")
                .body("month", equalTo("2027-04"));
        report(clinic, "").then().body("month", equalTo("2027-04"));
    }

    @Test
    void a_month_without_reminders_is_empty_and_costs_nothing() {
        report(clinic(), "2027-08")
                .then()
                .statusCode(200)
                .body("lines", hasSize(0))
                .body("reminders", equalTo(0))
                .body("cost.estimated", equalTo(0.00f));
    }

    @Test
    void what_was_dropped_with_its_rule_and_what_others_sent_is_not_counted() {
        var clinic = clinic();
        var dropped = book(clinic, "2027-03-10T16:30");
        book(clinic(), "2027-03-10T16:30");
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                database.update(
                                        "UPDATE reminder SET state = 'DROPPED' WHERE appointment_id"
                                                + " = ?",
                                        dropped));

        report(clinic, "2027-03").then().body("reminders", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-13", "2027-3", "march", "+2027-03", "1969-12", "٢٠٢٧-٠٣"})
    void what_is_no_month_is_a_bad_request(String month) {
        report(clinic(), month)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("INVALID"))
                .body("field", equalTo("month"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/csv"})
    void a_clinic_nobody_knows_has_no_report(String form) {
        asked(form)
                .get(path(fresh("clinic"), "2027-03"))
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("UNKNOWN_CLINIC"));
    }

    @Test
    void a_form_that_there_is_not_is_refused() {
        asked("image/png").get(path(clinic(), "2027-03")).then().statusCode(406);
    }

    /**
     * Two SMS, one of them after an outage, an e-mail, one closed in doubt, one to come; and one in
     * April.
     */
    private String aMonthOfFive() {
        var clinic = clinic();
        var afterAnOutage = visit(clinic, "2027-03-10T09:00");
        report(clinic, afterAnOutage, 1, DEAD, WHATSAPP, Cause.LINE_DOWN, false);
        report(clinic, afterAnOutage, 2, DELIVERED, SMS, null, false);
        report(clinic, visit(clinic, "2027-03-10T10:00"), 1, DELIVERED, SMS, null, false);
        report(clinic, visit(clinic, "2027-03-10T11:00"), 1, ACCEPTED, EMAIL, null, false);
        var doubtful = visit(clinic, "2027-03-10T12:00");
        report(clinic, doubtful, 1, DOUBT_CLOSED, WHATSAPP, Cause.DOUBT_UNRESOLVED, true);
        visit(clinic, "2027-03-10T13:00");
        visit(clinic, "2027-04-10T13:00");
        return clinic;
    }

    private void report(
            String clinic,
            UUID reminder,
            int sequence,
            DeliveryState state,
            Channel channel,
            Cause cause,
            boolean possibleDuplicate) {
        told.report(
                new DeliveryReported(
                        reminder,
                        "visit-of-" + reminder,
                        1,
                        clinic,
                        1,
                        sequence,
                        clock.instant(),
                        state,
                        channel,
                        1,
                        cause,
                        null,
                        possibleDuplicate));
    }

    private static Response report(String clinic, String month) {
        return asked("application/json").get(path(clinic, month));
    }

    private static String path(String clinic, String month) {
        return "/clinics/" + clinic + "/report?month=" + month;
    }

    private static RequestSpecification asked(String form) {
        return given().accept(form);
    }
}
