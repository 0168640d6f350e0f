package com.clinni.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Somebody at the clinic sends the reminder from the clinic's own phone. */
class SendingByHandTest extends Journey {

    @Test
    void what_a_person_sent_does_not_leave_by_itself_nor_by_the_fallback() {
        simulators.mode("whatsapp", "DOWN");
        var clinic = TestClinic.byWhatsApp(clinni, "NONE");
        var patient = TestPatient.withPhoneAndEmail();
        var appointment = clinic.book(patient);
        eventually(() -> assertThat(state(appointment)).isIn("QUEUED", "RETRYING"));

        var link = clinni.manualLink(clinic.id(), appointment.appointmentId()).orThrow().body();
        assertThat(link.path("url").asText())
                .startsWith("https://wa.me/" + patient.phone().substring(1) + "?text=")
                .doesNotContain("+");
        assertThat(link.path("text").asText())
                .contains(patient.firstName(), clinic.name())
                .doesNotContain("automático");
        clinni.sentByHand(clinic.id(), appointment.appointmentId()).orThrow();
        assertThat(state(appointment)).isEqualTo("SENT_BY_HAND");
        eventually(() -> assertThat(story(appointment)).contains("CANCELLED"));

        simulators.mode("whatsapp", "OK");
        var other = TestPatient.withPhoneAndEmail();
        clinic.book(other);
        eventually(() -> assertThat(whatsAppsTo(other)).hasSize(1));
        assertThat(whatsAppsTo(patient)).isEmpty();
        assertThat(mailsTo(patient)).isEmpty();
        assertThat(state(appointment)).isEqualTo("SENT_BY_HAND");
    }

    @Test
    void a_clinic_without_pro_keeps_sending_by_hand() {
        var clinic =
                TestClinic.by(clinni, "EMAIL")
                        .with("account", "BASIC")
                        .with("channel", "NONE")
                        .save();
        var appointment = clinic.book(TestPatient.withPhoneAndEmail());

        assertThat(
                        clinni.manualLink(clinic.id(), appointment.appointmentId())
                                .orThrow()
                                .body()
                                .path("opens")
                                .asText())
                .isEqualTo("DEVICE");
        clinni.sentByHand(clinic.id(), appointment.appointmentId()).orThrow();
        assertThat(timeline(appointment)).isEmpty();
    }
}
