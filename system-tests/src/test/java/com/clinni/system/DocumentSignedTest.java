package com.clinni.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.MessageRequested;
import com.clinni.events.Patient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Another service, which has the events and a Kafka client, has a patient told of a document. */
class DocumentSignedTest extends Journey {

    private final String messageId = "document-" + UUID.randomUUID();

    @Test
    void a_message_that_a_service_asks_for_arrives_and_is_reported_back() {
        var patient = TestPatient.withPhoneAndEmail();
        var clinic = TestClinic.byWhatsApp(clinni, "EMAIL");
        try (var documents = new OtherService(system.kafka())) {
            documents.request(signed(clinic, patient));
            documents.request(signed(clinic, patient));

            eventually(
                    () ->
                            assertThat(documents.reportsOn(messageId))
                                    .contains("ACCEPTED", "DELIVERED"));
        }
        assertThat(whatsAppsTo(patient))
                .singleElement()
                .satisfies(
                        message ->
                                assertThat(message.text())
                                        .contains("documento", clinic.name(), "automático"));
    }

    @Test
    void it_falls_back_like_a_reminder_and_carries_no_calendar() {
        simulators.mode("whatsapp", "DOWN");
        var patient = TestPatient.withPhoneAndEmail();
        var clinic = TestClinic.byWhatsApp(clinni, "EMAIL");
        try (var documents = new OtherService(system.kafka())) {
            documents.request(signed(clinic, patient));

            eventually(
                    () -> assertThat(documents.reportsOn(messageId)).contains("DEAD", "ACCEPTED"));
        }
        assertThat(mailsTo(patient)).hasSize(1);
    }

    private MessageRequested signed(TestClinic clinic, TestPatient patient) {
        return new MessageRequested(
                messageId,
                "document-signed",
                clinic.id(),
                new Patient(
                        patient.id(),
                        patient.firstName(),
                        patient.phone(),
                        patient.email(),
                        null,
                        List.of()),
                Instant.now(),
                Map.of(),
                Instant.now(),
                Instant.now().plus(Duration.ofHours(4)));
    }
}
