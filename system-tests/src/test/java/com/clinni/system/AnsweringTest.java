package com.clinni.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Patients answer the automatic number. */
class AnsweringTest extends Journey {

    @Test
    void whoever_writes_is_answered_once_and_told_whom_to_call() {
        var clinic = TestClinic.byWhatsApp(clinni, "NONE");
        var patient = reminded(clinic);

        simulators.writes(patient.phone(), "¿A qué hora era?");
        eventually(() -> assertThat(whatsAppsTo(patient)).hasSize(2));
        simulators.writes(patient.phone(), "Gracias");
        aStrangerIsAnswered();

        assertThat(whatsAppsTo(patient))
                .hasSize(2)
                .last()
                .satisfies(
                        reply ->
                                assertThat(reply.text())
                                        .contains("automático", clinic.name(), "910 000 001"));
    }

    @Test
    void who_says_baja_hears_nothing_more_from_any_clinic_on_the_line() {
        var one = TestClinic.byWhatsApp(clinni, "EMAIL");
        var other = TestClinic.byWhatsApp(clinni, "EMAIL");
        var bySms = TestClinic.by(clinni, "SMS").with("fallback", "NONE").save();
        clinni.topUp(bySms.id(), 10, "invoice of " + bySms.id()).orThrow();
        var patient = reminded(one);

        simulators.writes(patient.phone(), "BAJA");
        eventually(() -> assertThat(whatsAppsTo(patient)).hasSize(2));
        var skipped =
                List.of(one.book(patient), other.book(patient), bySms.book(patient.withoutEmail()));
        skipped.forEach(visit -> eventually(() -> assertThat(state(visit)).isEqualTo("SKIPPED")));
        simulators.writes(patient.phone(), "Hola");
        aStrangerIsAnswered();

        assertThat(whatsAppsTo(patient))
                .hasSize(2)
                .last()
                .extracting("text")
                .asString()
                .contains("no recibirá más avisos");
        assertThat(mailsTo(patient)).isEmpty();
        assertThat(smsTo(patient)).isEmpty();
    }

    @Test
    void a_clinic_that_was_asked_writes_again_and_no_other() {
        var one = TestClinic.byWhatsApp(clinni, "EMAIL");
        var other = TestClinic.byWhatsApp(clinni, "EMAIL");
        var patient = reminded(one);
        simulators.writes(patient.phone(), "Baja, gracias");
        eventually(() -> assertThat(whatsAppsTo(patient)).hasSize(2));

        eventually(
                () -> assertThat(clinni.optIn(one.id(), patient.phone()).status()).isEqualTo(200));

        var skipped = other.book(patient);
        one.book(patient);
        eventually(() -> assertThat(whatsAppsTo(patient)).hasSize(3));
        eventually(() -> assertThat(state(skipped)).isEqualTo("SKIPPED"));
        assertThat(clinni.optIn("nobody", patient.phone()).status()).isEqualTo(404);
        assertThat(mailsTo(patient)).isEmpty();
    }

    @Test
    void that_somebody_cannot_come_stands_on_the_clinics_day() {
        var clinic = TestClinic.byWhatsApp(clinni, "NONE");
        var patient = reminded(clinic);

        simulators.writes(patient.phone(), "No, no puedo ir");

        eventually(
                () ->
                        assertThat(clinni.day(clinic.id()).body().asText())
                                .contains("No, no puedo ir"));
    }

    private TestPatient reminded(TestClinic clinic) {
        var patient = TestPatient.withPhoneAndEmail();
        clinic.book(patient);
        eventually(() -> assertThat(whatsAppsTo(patient)).hasSize(1));
        return patient;
    }

    /**
     * What people write is answered in its order, so whatever was written before has had its turn.
     */
    private void aStrangerIsAnswered() {
        var stranger = TestPatient.withPhoneAndEmail();
        simulators.writes(stranger.phone(), "Hola, ¿quién es?");
        eventually(() -> assertThat(whatsAppsTo(stranger)).hasSize(1));
    }
}
