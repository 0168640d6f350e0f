package com.clinni.events;

import com.clinni.events.AppointmentChanged.Change;
import com.clinni.events.contact.EmailAddress;
import com.clinni.events.contact.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One of each event, with everything that can be said said. Fictitious people and numbers. */
final class Samples {

    private static final UUID REMINDER = UUID.fromString("5f0c1c8e-0000-5000-8000-000000000001");
    private static final String APPOINTMENT = "a-2030-03-06-0001";
    private static final Instant STARTS_AT = Instant.parse("2030-03-06T15:30:00Z");
    private static final Instant DUE_AT = Instant.parse("2030-03-05T15:30:00Z");
    private static final Instant SEND_BEFORE = Instant.parse("2030-03-06T15:15:00Z");

    private Samples() {}

    /** By topic. */
    static Map<String, Event> all() {
        return Map.ofEntries(
                Map.entry(Topics.APPOINTMENT_CHANGED, appointmentChanged()),
                Map.entry(Topics.CLINIC_PROFILE, clinicProfile()),
                Map.entry(Topics.REMINDER_DUE, reminderDue()),
                Map.entry(Topics.REMINDER_WITHDRAWN, reminderWithdrawn()),
                Map.entry(Topics.MESSAGE_REQUESTED, messageRequested()),
                Map.entry(Topics.WHATSAPP_READY, ready(Channel.WHATSAPP)),
                Map.entry(Topics.DIRECT_READY, ready(Channel.SMS)),
                Map.entry(Topics.DELIVERY_REPORTED, deliveryReported()),
                Map.entry(Topics.OPT_OUT_CHANGED, optOutChanged()),
                Map.entry(Topics.TASK_RAISED, taskRaised()),
                Map.entry(Topics.OUTAGE_CHANGED, outageChanged()),
                Map.entry(Topics.DAY_FORECAST, dayForecast()),
                Map.entry(Topics.SMS_CREDIT_WARNED, smsCreditWarned()),
                Map.entry(Topics.PATIENT_ERASED, patientErased()),
                Map.entry(Topics.PATIENT_ERASURE_REPORTED, patientErasureReported()));
    }

    private static PatientErased patientErased() {
        return new PatientErased(
                UUID.fromString("5f0c1c8e-0000-8000-8000-000000000014"),
                "clinica-sol",
                "p-0001",
                Instant.parse("2030-03-05T10:00:00Z"),
                List.of(UUID.fromString("5f0c1c8e-0000-8000-8000-000000000015")),
                List.of(UUID.fromString("5f0c1c8e-0000-8000-8000-000000000016")));
    }

    private static PatientErasureReported patientErasureReported() {
        return new PatientErasureReported(
                UUID.fromString("5f0c1c8e-0000-8000-8000-000000000014"),
                "clinica-sol",
                "whatsapp-dispatcher",
                Instant.parse("2030-03-05T10:00:01Z"));
    }

    private static AppointmentChanged appointmentChanged() {
        return new AppointmentChanged(
                Change.BOOKED,
                "clinica-sol",
                APPOINTMENT,
                1,
                "2030-03-06T16:30",
                "Europe/Madrid",
                30,
                patient());
    }

    private static ClinicProfile clinicProfile() {
        var clinic = clinic(Channel.WHATSAPP);
        return new ClinicProfile(
                clinic.clinicId(),
                3,
                Instant.parse("2030-03-01T09:00:00Z"),
                clinic.name(),
                clinic.phone(),
                clinic.address(),
                clinic.zone(),
                clinic.language(),
                clinic.channel(),
                clinic.fallback(),
                clinic.fallbackAfter(),
                clinic.quietHours(),
                clinic.smsAccents(),
                3);
    }

    private static MessageRequested messageRequested() {
        return new MessageRequested(
                "document-4711",
                "document-signed",
                "clinica-sol",
                patient(),
                Instant.parse("2030-03-05T10:00:00Z"),
                Map.of("reference", "A-4711"),
                Instant.parse("2030-03-05T10:00:01Z"),
                Instant.parse("2030-03-05T18:00:00Z"));
    }

    private static ReminderDue reminderDue() {
        return new ReminderDue(
                REMINDER,
                APPOINTMENT,
                1,
                "PT24H",
                STARTS_AT,
                30,
                DUE_AT,
                SEND_BEFORE,
                clinic(Channel.WHATSAPP),
                patient(),
                MessageReady.REMINDER);
    }

    private static ReminderWithdrawn reminderWithdrawn() {
        return new ReminderWithdrawn(
                REMINDER,
                APPOINTMENT,
                1,
                "clinica-sol",
                ReminderWithdrawn.Reason.MOVED,
                Instant.parse("2030-03-05T09:00:00Z"));
    }

    private static MessageReady ready(Channel channel) {
        return new MessageReady(
                REMINDER,
                MessageReady.REMINDER,
                APPOINTMENT,
                1,
                STARTS_AT,
                30,
                DUE_AT,
                SEND_BEFORE,
                clinic(channel),
                new Recipient(
                        "p-0001",
                        new PhoneNumber("+34600000123"),
                        null,
                        new EmailAddress("ana@example.com"),
                        null,
                        "es",
                        List.of()),
                new Content(
                        channel == Channel.WHATSAPP ? "Le recordamos su cita." : null,
                        "Le recordamos su cita.",
                        new Content.Email(
                                "Su cita", "Le recordamos su cita.", "<p>Le recordamos…</p>")),
                3);
    }

    private static DeliveryReported deliveryReported() {
        return new DeliveryReported(
                REMINDER,
                APPOINTMENT,
                1,
                "clinica-sol",
                1,
                4,
                Instant.parse("2030-03-05T15:30:02Z"),
                DeliveryState.DEAD,
                Channel.WHATSAPP,
                1,
                Cause.LINE_DOWN,
                "gave-up",
                false);
    }

    private static OptOutChanged optOutChanged() {
        return new OptOutChanged(
                new PhoneNumber("+34600000123"),
                "default",
                true,
                Instant.parse("2030-03-05T10:00:00Z"),
                OptOutChanged.By.PATIENT,
                null,
                7);
    }

    private static TaskRaised taskRaised() {
        return new TaskRaised(
                UUID.fromString("5f0c1c8e-0000-3000-8000-000000000007"),
                "clinica-sol",
                APPOINTMENT,
                "p-0001",
                TaskRaised.Kind.CANCEL_ASKED,
                Instant.parse("2030-03-05T10:00:00Z"),
                null,
                "No puedo ir mañana",
                false);
    }

    private static OutageChanged outageChanged() {
        return new OutageChanged(
                "default",
                Instant.parse("2030-03-05T10:00:00Z"),
                Instant.parse("2030-03-05T12:00:00Z"),
                "LINE_DOWN");
    }

    private static DayForecast dayForecast() {
        return new DayForecast(
                "clinica-sol",
                LocalDate.of(2030, 3, 6),
                ZoneId.of("Europe/Madrid"),
                Channel.WHATSAPP,
                Fallback.SMS,
                40,
                3,
                Instant.parse("2030-03-05T18:00:00Z"));
    }

    private static SmsCreditWarned smsCreditWarned() {
        return new SmsCreditWarned(
                "clinica-sol",
                LocalDate.of(2030, 3, 6),
                6,
                4,
                Instant.parse("2030-03-05T18:00:01Z"));
    }

    private static Clinic clinic(Channel channel) {
        return new Clinic(
                "clinica-sol",
                "Clínica Sol",
                "+34 910 000 001",
                "Calle Ficticia 1, Madrid",
                ZoneId.of("Europe/Madrid"),
                "es",
                channel,
                Fallback.SMS,
                Duration.ofMinutes(15),
                new QuietHours(LocalTime.of(21, 0), LocalTime.of(9, 0)),
                SmsAccents.PLAIN);
    }

    private static Patient patient() {
        return new Patient(
                "p-0001", "Ana", "600 000 123", "ana@example.com", "es", List.of(Channel.SMS));
    }
}
