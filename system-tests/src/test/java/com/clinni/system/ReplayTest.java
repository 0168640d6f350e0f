package com.clinni.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplayTest extends Journey {

    private final TestClinic clinic = TestClinic.byWhatsApp(clinni, "SMS");
    private final TestPatient patient = TestPatient.withPhoneAndEmail().withoutEmail();

    @Test
    void what_needed_attention_is_delivered_once_however_often_it_is_replayed() {
        var appointment = undelivered();
        var ids = letters();
        simulators.mode("whatsapp", "OK");

        var dry = clinni.replay(ids, true, "dry-" + appointment.appointmentId()).orThrow();
        assertThat(dry.body().toString()).contains("REPLAY");
        assertThat(state(appointment)).isEqualTo("NOT_DELIVERED");

        clinni.replay(ids, false, "once-" + appointment.appointmentId()).orThrow();
        clinni.replay(ids, false, "once-" + appointment.appointmentId()).orThrow();
        clinni.replay(ids, false, "twice-" + appointment.appointmentId());

        eventually(() -> assertThat(state(appointment)).isIn("SENT", "DELIVERED", "READ"));
        var other = TestPatient.withPhoneAndEmail();
        clinic.book(other);
        eventually(() -> assertThat(whatsAppsTo(other)).hasSize(1));
        assertThat(whatsAppsTo(patient)).hasSize(1);
        assertThat(letters()).isEmpty();
    }

    @Test
    void what_support_discards_is_closed_and_not_sent() {
        var appointment = undelivered();

        var answer = clinni.discard(letters().getFirst(), "the patient was called");

        assertThat(answer.status()).isLessThan(300);
        eventually(() -> assertThat(state(appointment)).isEqualTo("DISCARDED"));
        assertThat(letters()).isEmpty();
    }

    /** Not on WhatsApp, no credit, no e-mail: nobody can deliver it. */
    private BookedVisit undelivered() {
        simulators.mode("whatsapp", "NOT_ON_WHATSAPP", Map.of("numbers", List.of(patient.phone())));
        var appointment = clinic.book(patient);
        eventually(() -> assertThat(state(appointment)).isEqualTo("NOT_DELIVERED"));
        assertThat(timeline(appointment).getFirst().toString()).contains("SMS_NO_CREDIT");
        return appointment;
    }

    private List<String> letters() {
        return clinni.needingAttention(clinic.id()).stream()
                .map(letter -> letter.path("id").asText())
                .toList();
    }
}
