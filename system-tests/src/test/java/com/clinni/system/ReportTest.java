package com.clinni.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** What a month came to: where WhatsApp was cut, and what SMS were billed as. */
class ReportTest extends Journey {

    @Test
    void a_month_tells_of_the_outage_that_a_reminder_met_and_of_the_segments_it_took() {
        var clinic = TestClinic.byWhatsApp(clinni, "SMS");
        clinni.topUp(clinic.id(), 10, "invoice of " + clinic.id()).orThrow();
        simulators.mode("whatsapp", "DOWN");
        var patient = TestPatient.withPhoneAndEmail();
        clinic.book(patient);
        eventually(() -> assertThat(smsTo(patient)).hasSize(1));
        simulators.mode("whatsapp", "OK");

        eventually(
                () ->
                        assertThat(report(clinic).path("outages"))
                                .isNotEmpty()
                                .allMatch(outage -> outage.hasNonNull("endedAt")));
        assertThat(report(clinic).path("segments").asInt()).isEqualTo(segmentsOf(patient));
        assertThat(report(clinic).path("sent").asInt()).isEqualTo(1);
    }

    private JsonNode report(TestClinic clinic) {
        return clinni.report(clinic.id()).orThrow().body();
    }

    private int segmentsOf(TestPatient patient) {
        return simulators.records("sms", 0).stream()
                .filter(sms -> sms.path("to").asText().equals(patient.phone()))
                .mapToInt(sms -> sms.path("segments").asInt())
                .sum();
    }
}
