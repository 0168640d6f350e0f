package com.clinni.appointments.manual.sent;

import static com.clinni.appointments.TestClinics.SLOT;
import static com.clinni.appointments.TestClinics.address;
import static com.clinni.appointments.TestClinics.book;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.timeline;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

import com.clinni.appointments.TestDatabase;
import com.clinni.appointments.VisitId;
import com.clinni.appointments.appointment.Appointments;
import com.clinni.appointments.appointment.VisitChange;
import com.clinni.appointments.manual.link.FakeReminderService;
import com.clinni.appointments.reminder.PlannedBy;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.DatabaseAdmin;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** "I sent it" while something else is at the same reminder. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(value = FakeReminderService.class, scope = TestResourceScope.GLOBAL)
class ConcurrentReportsTest {

    private static final Instant NOON = Instant.parse("2027-03-10T11:00:00Z");

    @Inject MutableClock clock;
    @Inject TestDatabase database;
    @Inject Appointments appointments;

    @BeforeEach
    void on_a_march_morning() {
        clock.set("2027-03-01T09:00:00Z");
    }

    @Test
    void what_is_reported_as_sent_meanwhile_stays_sent() {
        var visit = book(clinic(), SLOT);

        var presses = pressedWhileHeld(visit, "SENT", 1);

        assertThat(answers(presses)).containsExactly("NOTHING_OPEN");
        timeline(visit).then().body("state", contains("SENT"));
    }

    @Test
    void of_two_who_press_at_once_one_closes_the_reminder_and_the_other_hears_that_it_is_sent() {
        var visit = book(clinic(), SLOT);

        var presses = pressedWhileHeld(visit, "SCHEDULED", 2);

        assertThat(answers(presses)).containsExactlyInAnyOrder("CLOSED", "SENT_ALREADY");
        timeline(visit).then().body("state", contains("SENT_BY_HAND"));
        assertThat(withdrawals(visit)).isEqualTo(1);
    }

    @Test
    void two_presses_close_no_more_than_the_next_of_two_reminders_at_once_or_one_after_the_other() {
        var twoReminders = "[{\"before\":\"PT24H\"},{\"before\":\"PT2H\"}]";
        var visit = book(clinic("reminders", twoReminders), SLOT);

        var presses = pressedWhileHeld(visit, "SCHEDULED", 2);
        assertThat(answers(presses)).containsExactlyInAnyOrder("CLOSED", "SENT_ALREADY");
        clock.set("2027-03-01T09:00:30Z");
        assertThat(press(visit)).isEqualTo("SENT_ALREADY");

        timeline(visit).then().body("state", contains("SENT_BY_HAND", "SCHEDULED"));
        assertThat(withdrawals(visit)).isEqualTo(1);
    }

    @Test
    void who_presses_while_the_visit_is_moved_told_the_old_hour() {
        var clinic = clinic();
        var visit = book(clinic, SLOT);
        given().get(address(visit) + "/manual-link").then().statusCode(200);

        var press =
                QuarkusTransaction.requiringNew()
                        .call(
                                () -> {
                                    appointments.apply(
                                            List.of(
                                                    new VisitChange.Move(
                                                            new VisitId(clinic, visit), NOON)),
                                            PlannedBy.API,
                                            clock.instant());
                                    var waits =
                                            CompletableFuture.supplyAsync(
                                                    () -> press(visit), Thread::startVirtualThread);
                                    await().until(() -> waiting() == 1);
                                    return waits;
                                });

        assertThat(press.join()).isEqualTo("CHANGED_SINCE");
        timeline(visit).then().body("state", contains("SENT_BY_HAND", "SCHEDULED"));
    }

    private static List<String> answers(List<CompletableFuture<String>> presses) {
        return presses.stream().map(CompletableFuture::join).toList();
    }

    private int withdrawals(String visit) {
        return database.query(
                        """
                        SELECT count(*) FROM reminder
                        WHERE appointment_id = ? AND withdrawn_because = 'SENT_BY_HAND'
                        """,
                        row -> row.getInt(1),
                        visit)
                .getFirst();
    }

    /** Holds the visit's reminders until all who press wait for them, and leaves them so. */
    private List<CompletableFuture<String>> pressedWhileHeld(
            String visit, String state, int people) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            database.update(
                                    "UPDATE reminder SET state = ? WHERE appointment_id = ?",
                                    state,
                                    visit);
                            var presses =
                                    Stream.generate(
                                                    () ->
                                                            CompletableFuture.supplyAsync(
                                                                    () -> press(visit),
                                                                    Thread::startVirtualThread))
                                            .limit(people)
                                            .toList();
                            await().until(() -> waiting() == people);
                            return presses;
                        });
    }

    private int waiting() {
        return new TestDatabase(DatabaseAdmin.dataSource())
                .query(
                        """
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname = current_database() AND wait_event_type = 'Lock'
                        """,
                        row -> row.getInt(1))
                .getFirst();
    }

    private static String press(String visit) {
        return given().contentType(ContentType.JSON)
                .body("{}")
                .post(address(visit) + "/sent-by-hand")
                .then()
                .statusCode(200)
                .extract()
                .path("result");
    }
}
