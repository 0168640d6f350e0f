package com.clinni.system;

import static com.clinni.system.TestClinic.in;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Two clinics whose software counts visits alike, so that both have a visit of the same id. */
class SharedVisitIdTest extends Journey {

    private static final String ID = "visit-1";

    private final TestPatient patient = TestPatient.withPhoneAndEmail();
    private final TestPatient neighbour = TestPatient.withPhoneAndEmail();

    @Test
    void both_patients_are_reminded_and_each_clinic_sees_its_own_visit() {
        var visit =
                TestClinic.byWhatsApp(clinni, "NONE").book(ID, patient, in(Duration.ofHours(5)));
        var other = TestClinic.by(clinni, "EMAIL").book(ID, neighbour, in(Duration.ofHours(5)));

        eventually(() -> assertThat(state(visit)).isIn("DELIVERED", "READ"));
        eventually(() -> assertThat(state(other)).isEqualTo("SENT"));
        assertThat(whatsAppsTo(patient)).hasSize(1);
        assertThat(mailsTo(neighbour)).hasSize(1);
        assertThat(story(other)).doesNotContain("DELIVERED", "READ");
    }

    @Test
    void what_one_clinic_moves_or_cancels_leaves_the_others_reminder_waiting() {
        simulators.mode("whatsapp", "DOWN");
        var clinic = TestClinic.byWhatsApp(clinni, "NONE");
        var visit = clinic.book(ID, patient, in(Duration.ofHours(5)));
        var other =
                TestClinic.byWhatsApp(clinni, "NONE").book(ID, neighbour, in(Duration.ofHours(5)));
        eventually(() -> assertThat(state(visit)).isIn("QUEUED", "RETRYING"));
        eventually(() -> assertThat(state(other)).isIn("QUEUED", "RETRYING"));

        move(visit, in(Duration.ofHours(7)));
        eventually(() -> assertThat(timeline(visit)).hasSize(2));
        cancel(visit);
        simulators.mode("whatsapp", "OK");

        eventually(() -> assertThat(state(other)).isIn("DELIVERED", "READ"));
        assertThat(whatsAppsTo(neighbour)).hasSize(1);
        var next = TestPatient.withPhoneAndEmail();
        clinic.book(next);
        eventually(() -> assertThat(whatsAppsTo(next)).hasSize(1));
        assertThat(whatsAppsTo(patient)).isEmpty();
    }
}
