package com.clinni.system;

import static com.clinni.system.TestClinic.in;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A visit changes after its patient was reminded of it. */
class CorrectionTest extends Journey {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.of("Europe/Madrid"));
    private static final Set<String> SENT = Set.of("SENT", "DELIVERED", "READ");

    @Test
    void who_was_reminded_is_told_the_new_hour_once() {
        var clinic = TestClinic.byWhatsApp(clinni, "NONE");
        var patient = TestPatient.withPhoneAndEmail();
        var appointment = reminded(clinic, patient);
        var newStart = in(Duration.ofHours(7));

        move(appointment, newStart);
        eventually(() -> assertThat(whatsAppsTo(patient)).hasSize(2));
        theNextReminderArrives(clinic);

        assertThat(whatsAppsTo(patient))
                .hasSize(2)
                .last()
                .satisfies(
                        message ->
                                assertThat(message.text())
                                        .contains("ha cambiado", TIME.format(newStart)));
        assertThat(timeline(appointment))
                .extracting(message -> message.path("kind").asText())
                .containsExactly("reminder", "reminder", "visit-moved");
    }

    @Test
    void who_was_reminded_is_told_of_the_cancellation_once() {
        var clinic = TestClinic.byWhatsApp(clinni, "NONE");
        var patient = TestPatient.withPhoneAndEmail();
        var start = in(Duration.ofHours(5));
        var appointment = reminded(clinic, patient, start);

        cancel(appointment);
        cancel(appointment);
        eventually(() -> assertThat(whatsAppsTo(patient)).hasSize(2));
        theNextReminderArrives(clinic);

        assertThat(whatsAppsTo(patient))
                .hasSize(2)
                .last()
                .satisfies(
                        message ->
                                assertThat(message.text())
                                        .contains("se ha cancelado", TIME.format(start)));
    }

    @Test
    void a_clinic_that_tells_its_patients_itself_has_nothing_sent() {
        var clinic = TestClinic.byWhatsApp(clinni, "NONE").with("corrections", "NONE").save();
        var patient = TestPatient.withPhoneAndEmail();
        var appointment = reminded(clinic, patient);

        cancel(appointment);
        theNextReminderArrives(clinic);

        assertThat(whatsAppsTo(patient)).hasSize(1);
        assertThat(timeline(appointment)).hasSize(1);
    }

    private BookedVisit reminded(TestClinic clinic, TestPatient patient) {
        return reminded(clinic, patient, in(Duration.ofHours(5)));
    }

    private BookedVisit reminded(TestClinic clinic, TestPatient patient, OffsetDateTime start) {
        var appointment = clinic.book(patient, start);
        eventually(() -> assertThat(state(appointment)).isIn(SENT));
        assertThat(whatsAppsTo(patient)).hasSize(1);
        return appointment;
    }

    /** Whatever was queued before has had its turn once a later booking was served. */
    private void theNextReminderArrives(TestClinic clinic) {
        var other = TestPatient.withPhoneAndEmail();
        clinic.book(other, in(Duration.ofHours(9)));
        eventually(() -> assertThat(whatsAppsTo(other)).hasSize(1));
    }
}
