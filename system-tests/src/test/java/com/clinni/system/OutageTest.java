package com.clinni.system;

import static com.clinni.system.TestClinic.in;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OutageTest extends Journey {

    @Test
    void a_patient_hears_by_email_when_whatsapp_is_down_and_the_timeline_says_why() {
        simulators.mode("whatsapp", "DOWN");
        var clinic = TestClinic.byWhatsApp(clinni, "EMAIL");
        var patient = TestPatient.withPhoneAndEmail();

        var appointment = clinic.book(patient);

        eventually(() -> assertThat(mailsTo(patient)).hasSize(1));
        eventually(() -> assertThat(state(appointment)).isEqualTo("SENT"));
        var reminder = timeline(appointment).getFirst();
        assertThat(reminder.path("channel").asText()).isEqualTo("EMAIL");
        assertThat(story(appointment)).contains("FALLBACK");
        assertThat(reminder.toString()).containsAnyOf("GATEWAY_UNREACHABLE", "LINE_DOWN");
    }

    @Test
    void sms_credit_that_runs_out_in_the_middle_leaves_the_rest_to_email() {
        simulators.mode("whatsapp", "DOWN");
        var clinic = TestClinic.byWhatsApp(clinni, "SMS");
        clinni.topUp(clinic.id(), 6, "a-little").orThrow();
        var patients = Stream.generate(TestPatient::withPhoneAndEmail).limit(12).toList();

        var appointments = patients.stream().map(clinic::book).toList();

        eventually(
                () ->
                        assertThat(appointments)
                                .allMatch(id -> Set.of("SENT", "DELIVERED").contains(state(id))));
        assertThat(patients)
                .allMatch(patient -> smsTo(patient).size() + mailsTo(patient).size() == 1);
        assertThat(patients).anyMatch(patient -> smsTo(patient).size() == 1);
        assertThat(patients).anyMatch(patient -> mailsTo(patient).size() == 1);
        var credit = clinni.credit(clinic.id()).orThrow().body();
        assertThat(credit.path("spent").asInt() + credit.path("reserved").asInt())
                .isLessThanOrEqualTo(6);
    }

    @Test
    void a_clinic_that_wants_nothing_instead_waits_and_then_lets_the_reminder_expire() {
        simulators.mode("whatsapp", "DOWN");
        var clinic =
                TestClinic.byWhatsApp(clinni, "NONE")
                        .with(
                                "reminders",
                                List.of(Map.of("before", "PT24H", "sendBefore", "PT10S")))
                        .save();
        var patient = TestPatient.withPhoneAndEmail();

        var appointment = clinic.book(patient, in(Duration.ofSeconds(25)));

        eventually(() -> assertThat(state(appointment)).isEqualTo("EXPIRED"));
        assertThat(mailsTo(patient)).isEmpty();
        assertThat(whatsAppsTo(patient)).isEmpty();
    }

    @Test
    void a_clinic_that_wants_nothing_instead_is_served_when_whatsapp_is_back_in_time() {
        simulators.mode("whatsapp", "DOWN");
        var clinic = TestClinic.byWhatsApp(clinni, "NONE");
        var patient = TestPatient.withPhoneAndEmail();
        var appointment = clinic.book(patient);
        eventually(() -> assertThat(lineState()).isEqualTo("DOWN"));

        simulators.mode("whatsapp", "OK");

        eventually(() -> assertThat(state(appointment)).isIn("SENT", "DELIVERED", "READ"));
        assertThat(whatsAppsTo(patient)).hasSize(1);
    }

    @Test
    void a_patient_without_email_hears_by_whatsapp_when_that_is_back_a_minute_later() {
        simulators.mode("whatsapp", "DOWN");
        var clinic = TestClinic.byWhatsApp(clinni, "EMAIL");
        var patient = TestPatient.withPhoneAndEmail().withoutEmail();
        var reachable = TestPatient.withPhoneAndEmail();
        var appointment = clinic.book(patient);
        clinic.book(reachable);
        eventually(() -> assertThat(mailsTo(reachable)).hasSize(1));
        assertThat(state(appointment)).isIn("QUEUED", "RETRYING");

        simulators.mode("whatsapp", "OK");

        eventually(() -> assertThat(state(appointment)).isIn("SENT", "DELIVERED", "READ"));
        assertThat(whatsAppsTo(patient)).hasSize(1);
        assertThat(clinni.needingAttention(clinic.id())).isEmpty();
    }

    @Test
    void a_patient_whom_no_sms_credit_covers_hears_by_whatsapp_when_that_is_back() {
        simulators.mode("whatsapp", "DOWN");
        var clinic = TestClinic.byWhatsApp(clinni, "SMS");
        var patient = TestPatient.withPhoneAndEmail().withoutEmail();
        var appointment = clinic.book(patient);
        eventually(() -> assertThat(timeline(appointment).toString()).contains("SMS_NO_CREDIT"));
        assertThat(state(appointment)).isEqualTo("FALLBACK");

        simulators.mode("whatsapp", "OK");

        eventually(() -> assertThat(state(appointment)).isIn("SENT", "DELIVERED", "READ"));
        assertThat(whatsAppsTo(patient)).hasSize(1);
        assertThat(clinni.needingAttention(clinic.id())).isEmpty();
    }

    @Test
    void a_message_that_was_sent_before_the_gateway_fell_silent_is_found_and_not_repeated() {
        simulators.mode("whatsapp", "HANG_AFTER_SENDING");
        var clinic = TestClinic.byWhatsApp(clinni, "EMAIL");
        var patient = TestPatient.withPhoneAndEmail();

        var appointment = clinic.book(patient);

        eventually(() -> assertThat(story(appointment)).contains("IN_DOUBT"));
        eventually(() -> assertThat(state(appointment)).isIn("SENT", "DELIVERED", "READ"));
        assertThat(whatsAppsTo(patient)).hasSize(1);
        assertThat(mailsTo(patient)).isEmpty();
    }

    @Test
    void a_message_the_gateway_certainly_lost_is_sent_once_more() {
        simulators.mode("whatsapp", "ERROR_500");
        var clinic = TestClinic.byWhatsApp(clinni, "NONE");
        var patient = TestPatient.withPhoneAndEmail();
        var appointment = clinic.book(patient);
        eventually(() -> assertThat(story(appointment)).contains("IN_DOUBT"));

        simulators.mode("whatsapp", "OK");

        eventually(() -> assertThat(state(appointment)).isIn("SENT", "DELIVERED", "READ"));
        assertThat(whatsAppsTo(patient)).hasSize(1);
    }
}
