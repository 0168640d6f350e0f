package com.clinni.appointments.manual;

import static com.clinni.appointments.House.SLOT;
import static com.clinni.appointments.House.book;
import static com.clinni.appointments.House.clinic;
import static com.clinni.appointments.House.timeline;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

import com.clinni.appointments.Database;
import com.clinni.appointments.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** "I sent it" while something else is at the same reminder. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(FakeTexts.class)
class PressedAtOnceTest {

    @Inject MutableClock clock;
    @Inject Database database;

    @BeforeEach
    void on_a_march_morning() {
        clock.set("2027-03-01T09:00:00Z");
    }

    @Test
    void what_is_reported_as_sent_meanwhile_stays_sent() {
        var visit = book(clinic(), SLOT);

        var presses = pressedWhileHeld(visit, "SENT", 1);

        CompletableFuture.allOf(presses).join();
        timeline(visit).then().body("state", contains("SENT"));
    }

    /** Holds the visit's reminders until all who press wait for them, and leaves them so. */
    private CompletableFuture<?>[] pressedWhileHeld(String visit, String state, int people) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            database.update(
                                    "UPDATE reminder SET state = ? WHERE appointment_id = ?",
                                    state,
                                    visit);
                            var presses = new CompletableFuture<?>[people];
                            for (var i = 0; i < people; i++) {
                                presses[i] = CompletableFuture.runAsync(() -> press(visit));
                            }
                            await().until(() -> waiting() == people);
                            return presses;
                        });
    }

    private int waiting() {
        return database.query(
                        """
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname = current_database() AND wait_event_type = 'Lock'
                        """,
                        row -> row.getInt(1))
                .getFirst();
    }

    private static void press(String visit) {
        given().contentType(ContentType.JSON)
                .body("{\"by\":\"Marta\"}")
                .post("/appointments/{id}/sent-by-hand", visit)
                .then()
                .statusCode(200);
    }
}
