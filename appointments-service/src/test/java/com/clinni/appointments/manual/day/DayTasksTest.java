package com.clinni.appointments.manual.day;

import static com.clinni.appointments.TestClinics.SLOT;
import static com.clinni.appointments.TestClinics.book;
import static com.clinni.appointments.TestClinics.cancel;
import static com.clinni.appointments.TestClinics.clinic;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import com.clinni.appointments.TestDatabase;
import com.clinni.events.TaskRaised;
import com.clinni.events.kafka.Publication;
import com.clinni.platform.kafka.EventPublisher;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What patients wrote, on the page of a day, until somebody ticks it off. */
@QuarkusTest
class DayTasksTest extends DayPageScenario {

    private static final String ON_THIS_DAY = "class=\"task\"";
    private static final String ELSEWHERE = "class=\"tasks\"";

    @Inject EventPublisher broker;
    @Inject TestDatabase database;

    @Test
    void what_a_patient_wrote_stands_beside_the_visit_until_somebody_ticks_it_off() {
        var clinic = clinic();
        var task = task(clinic, book(clinic, SLOT), "No puedo ir, <b>lo siento</b>", false);
        told(task);

        assertThat(page(clinic, DAY, "es"))
                .contains(ON_THIS_DAY, "No puedo ir, &lt;b&gt;lo siento&lt;/b&gt;", "Ha escrito")
                .contains("1/3/27")
                .doesNotContain(ELSEWHERE, "otras clínicas");
        assertThat(page(clinic, DAY, "en")).contains("Wrote", "Done");

        done(clinic, task.taskId().toString())
                .then()
                .statusCode(303)
                .header("Location", endsWith("/day?date=2027-03-10&lang=es&said="));

        assertThat(page(clinic, DAY, "es")).doesNotContain(ON_THIS_DAY, "No puedo ir");
        assertThat(
                        database.query(
                                "SELECT done_by, words FROM task WHERE task_id = ?",
                                row -> row.getString("done_by") + " " + row.getString("words"),
                                task.taskId()))
                .singleElement()
                .asString()
                .endsWith(" null")
                .doesNotStartWith("null");
    }

    @Test
    void tasks_of_other_days_and_of_no_visit_are_told_on_every_day() {
        var clinic = clinic();
        told(
                task(clinic, book(clinic, SLOT), "Cancelo", true),
                task(clinic, null, "No iré", false),
                task(clinic, book(clinic(), SLOT), "No es de aquí", false));

        var other = page(clinic, "2027-03-02", "es");

        assertThat(other)
                .contains(ELSEWHERE, "Cancelo", "/day?date=2027-03-10&amp;lang=es", "Ana")
                .contains("También le escribieron otras clínicas")
                .contains("No iré", "No es de aquí", "Sin cita")
                .doesNotContain(ON_THIS_DAY);
        assertThat(page(clinic, DAY, "es")).contains(ON_THIS_DAY, ELSEWHERE);
        assertThat(page(clinic(), DAY, "es")).doesNotContain("Cancelo");
    }

    @Test
    void a_task_of_a_visit_that_was_cancelled_still_wants_to_be_ticked_off() {
        var clinic = clinic();
        var visit = book(clinic, SLOT);
        told(task(clinic, visit, "No podré ir", false));

        cancel(visit);

        assertThat(page(clinic, DAY, "es")).contains("No podré ir");
    }

    @Test
    void told_twice_it_is_one_and_stays_ticked_off() {
        var clinic = clinic();
        var task = task(clinic, book(clinic, SLOT), "No puedo ir", false);
        told(task, task);
        assertThat(page(clinic, DAY, "es")).containsOnlyOnce("No puedo ir");

        done(clinic, task.taskId().toString());
        told(task, task(clinic, null, "Otra", false));

        assertThat(page(clinic, DAY, "es")).doesNotContain("No puedo ir");
    }

    @Test
    void new_words_of_an_edited_message_stand_in_the_place_of_the_old_and_are_to_be_seen() {
        var clinic = clinic();
        var task = task(clinic, book(clinic, SLOT), "No puedo ir", false);
        told(task);
        done(clinic, task.taskId().toString());

        told(edited(task, "Al final sí", 60), edited(task, "Al final", 30));

        assertThat(page(clinic, DAY, "es"))
                .contains("Al final sí", "editado")
                .doesNotContain("No puedo ir");
    }

    @Test
    void no_clinic_ticks_off_another_ones_tasks() {
        var clinic = clinic();
        var task = task(clinic, book(clinic, SLOT), "No puedo ir", false);
        told(task);

        done(clinic(), task.taskId().toString()).then().statusCode(303);

        assertThat(page(clinic, DAY, "es")).contains("No puedo ir");
    }

    @Test
    void whoever_ticks_off_says_what() {
        done(clinic(), "task").then().statusCode(400).body("field", equalTo("done"));
    }

    private TaskRaised task(String clinic, @Nullable String visit, String text, boolean ambiguous) {
        return new TaskRaised(
                UUID.randomUUID(),
                clinic,
                visit,
                "patient-1",
                TaskRaised.Kind.CANCEL_ASKED,
                Instant.parse("2027-03-01T08:00:00Z"),
                null,
                text,
                ambiguous);
    }

    private static TaskRaised edited(TaskRaised task, String text, long secondsLater) {
        return new TaskRaised(
                task.taskId(),
                task.clinicId(),
                task.appointmentId(),
                task.patientId(),
                task.kind(),
                task.at(),
                task.at().plusSeconds(secondsLater),
                text,
                task.ambiguous());
    }

    /** In this order, and until all are stored: what comes last in their partition is. */
    private void told(TaskRaised... tasks) {
        var last = task(tasks[0].clinicId(), null, "fin", false);
        List.of(tasks).forEach(this::publish);
        publish(last);
        await().until(
                        () ->
                                database.update("DELETE FROM task WHERE task_id = ?", last.taskId())
                                        > 0);
    }

    private void publish(TaskRaised task) {
        broker.publish(List.of(Publication.of(task, "/clinni/whatsapp-dispatcher", task.at())));
    }

    private static Response done(String clinic, String task) {
        return given().redirects()
                .follow(false)
                .header("Sec-Fetch-Site", "same-origin")
                .formParam("date", DAY)
                .formParam("lang", "es")
                .formParam("done", task)
                .post(DAY_OF, clinic);
    }
}
