package com.clinni.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HappyPathTest extends Journey {

    @Test
    void a_booked_visit_becomes_one_whatsapp_and_the_clinic_sees_it_delivered() {
        var clinic = TestClinic.byWhatsApp(clinni, "EMAIL");
        var patient = TestPatient.withPhoneAndEmail();

        var appointment = clinic.book(patient);

        eventually(() -> assertThat(state(appointment)).isIn("DELIVERED", "READ"));
        assertThat(whatsAppsTo(patient))
                .singleElement()
                .satisfies(
                        message ->
                                assertThat(message.text())
                                        .contains(clinic.name(), patient.firstName())
                                        .contains("automático", "+34 910 000 001"));
        assertThat(story(appointment)).contains("SCHEDULED", "QUEUED", "SENDING", "SENT");
        assertThat(mailsTo(patient)).isEmpty();
        assertThat(smsTo(patient)).isEmpty();
    }

    @Test
    void a_clinic_that_chose_email_reminds_by_email_with_an_invitation() {
        var clinic = TestClinic.by(clinni, "EMAIL");
        var patient = TestPatient.withPhoneAndEmail();

        var appointment = clinic.book(patient);

        eventually(() -> assertThat(state(appointment)).isEqualTo("SENT"));
        assertThat(mailsTo(patient)).hasSize(1);
        assertThat(whatsAppsTo(patient)).isEmpty();
        assertThat(simulators.records("mail", 0))
                .filteredOn(mail -> mail.path("to").asText().equals(patient.email()))
                .singleElement()
                .satisfies(
                        mail -> {
                            assertThat(mail.path("html").asText()).contains(clinic.name());
                            assertThat(mail.toString()).contains("text/calendar");
                        });
    }

    @Test
    void a_clinic_that_chose_sms_reminds_by_sms_and_pays_for_it() {
        var clinic = TestClinic.by(clinni, "SMS");
        clinni.topUp(clinic.id(), 10, "first").orThrow();
        clinni.topUp(clinic.id(), 10, "first").orThrow();
        var patient = TestPatient.withPhoneAndEmail();

        var appointment = clinic.book(patient);

        eventually(() -> assertThat(state(appointment)).isIn("SENT", "DELIVERED"));
        assertThat(smsTo(patient)).hasSize(1);
        var credit = clinni.credit(clinic.id()).orThrow().body();
        assertThat(credit.path("purchased").asInt()).isEqualTo(10);
        assertThat(credit.path("spent").asInt()).isPositive();
        assertThat(credit.path("available").asInt()).isEqualTo(10 - credit.path("spent").asInt());
    }

    @Test
    void a_number_without_whatsapp_hears_by_email_at_once() {
        var clinic = TestClinic.byWhatsApp(clinni, "EMAIL");
        var patient = TestPatient.withPhoneAndEmail();
        simulators.mode("whatsapp", "NOT_ON_WHATSAPP", Map.of("numbers", List.of(patient.phone())));

        var appointment = clinic.book(patient);

        eventually(() -> assertThat(mailsTo(patient)).hasSize(1));
        eventually(() -> assertThat(state(appointment)).isEqualTo("SENT"));
        assertThat(timeline(appointment).getFirst().toString()).contains("NOT_ON_WHATSAPP");
        assertThat(whatsAppsTo(patient)).isEmpty();
    }

    @Test
    void a_patient_with_an_email_only_hears_by_the_fallback() {
        var clinic = TestClinic.byWhatsApp(clinni, "EMAIL");
        var patient = TestPatient.withPhoneAndEmail().withoutPhone();

        var appointment = clinic.book(patient);

        eventually(() -> assertThat(mailsTo(patient)).hasSize(1));
        eventually(() -> assertThat(state(appointment)).isEqualTo("SENT"));
        assertThat(timeline(appointment).getFirst().toString()).contains("NO_ADDRESS");
    }
}
