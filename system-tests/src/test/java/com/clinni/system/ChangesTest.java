package com.clinni.system;

import static com.clinni.system.TestClinic.in;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ChangesTest extends Journey {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.of("Europe/Madrid"));

    @Test
    void a_visit_cancelled_while_its_reminder_waits_is_never_reminded_of() {
        simulators.mode("whatsapp", "DOWN");
        var clinic = TestClinic.byWhatsApp(clinni, "NONE");
        var patient = TestPatient.withPhoneAndEmail();
        var appointment = clinic.book(patient);
        eventually(() -> assertThat(state(appointment)).isIn("QUEUED", "RETRYING"));

        cancel(appointment);
        cancel(appointment);
        eventually(() -> assertThat(withdrawnByTheDispatcher(appointment)).isTrue());
        assertThat(state(appointment)).isEqualTo("CANCELLED");
        simulators.mode("whatsapp", "OK");

        theNextReminderArrives(clinic);
        assertThat(whatsAppsTo(patient)).isEmpty();
    }

    @Test
    void a_visit_moved_while_its_reminder_waits_is_reminded_of_once_and_at_the_new_hour() {
        simulators.mode("whatsapp", "DOWN");
        var clinic = TestClinic.byWhatsApp(clinni, "NONE");
        var patient = TestPatient.withPhoneAndEmail();
        var appointment = clinic.book(patient, in(Duration.ofHours(5)));
        eventually(() -> assertThat(state(appointment)).isIn("QUEUED", "RETRYING"));
        var newStart = in(Duration.ofHours(7));

        move(appointment, newStart);
        eventually(() -> assertThat(states(appointment)).containsExactly("CANCELLED", "QUEUED"));
        simulators.mode("whatsapp", "OK");

        eventually(() -> assertThat(whatsAppsTo(patient)).hasSize(1));
        theNextReminderArrives(clinic);
        assertThat(whatsAppsTo(patient))
                .singleElement()
                .satisfies(message -> assertThat(message.text()).contains(TIME.format(newStart)));
    }

    @Test
    void a_visit_moved_away_and_back_is_reminded_of_once() {
        simulators.mode("whatsapp", "DOWN");
        var clinic = TestClinic.byWhatsApp(clinni, "NONE");
        var patient = TestPatient.withPhoneAndEmail();
        var start = in(Duration.ofHours(5));
        var appointment = clinic.book(patient, start);
        eventually(() -> assertThat(state(appointment)).isIn("QUEUED", "RETRYING"));

        move(appointment, in(Duration.ofHours(7)));
        move(appointment, start);
        eventually(
                () ->
                        assertThat(states(appointment))
                                .containsExactly("CANCELLED", "CANCELLED", "QUEUED"));
        simulators.mode("whatsapp", "OK");

        eventually(() -> assertThat(whatsAppsTo(patient)).hasSize(1));
        theNextReminderArrives(clinic);
        assertThat(whatsAppsTo(patient))
                .singleElement()
                .satisfies(message -> assertThat(message.text()).contains(TIME.format(start)));
    }

    private List<String> states(BookedVisit appointment) {
        return timeline(appointment).stream()
                .map(reminder -> reminder.path("state").asText())
                .sorted()
                .toList();
    }

    /** appointments-service says so at once; the dispatcher's own word has its channel. */
    private boolean withdrawnByTheDispatcher(BookedVisit appointment) {
        return StreamSupport.stream(
                        timeline(appointment).getFirst().path("history").spliterator(), false)
                .anyMatch(
                        step ->
                                step.path("what").asText().equals("CANCELLED")
                                        && step.path("channel").asText().equals("WHATSAPP"));
    }

    /** Whatever was queued before has had its turn once a later booking was served. */
    private void theNextReminderArrives(TestClinic clinic) {
        var other = TestPatient.withPhoneAndEmail();
        clinic.book(other, in(Duration.ofHours(9)));
        eventually(() -> assertThat(whatsAppsTo(other)).hasSize(1));
    }
}
