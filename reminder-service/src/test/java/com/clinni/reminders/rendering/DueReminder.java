package com.clinni.reminders.rendering;

import com.clinni.events.Channel;
import com.clinni.events.Clinic;
import com.clinni.events.Fallback;
import com.clinni.events.Patient;
import com.clinni.events.ReminderDue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** A due reminder in the making, for tests; nobody in it exists. */
final class DueReminder {

    private String appointmentId = "a-1";
    private Instant startsAt = Instant.parse("2030-03-06T15:30:00Z");
    private String clinicId = "c-1";
    private String clinicName = "Clínica Prado";
    private String clinicPhone = "910 000 000";
    private String address = "Calle Mayor 1, Madrid";
    private String zone = "Europe/Madrid";
    private String clinicLanguage = "es";
    private Channel channel = Channel.WHATSAPP;
    private Fallback fallback = Fallback.SMS;
    private String firstName = "Ana";
    private String phone = "600 000 123";
    private String email = "ana@example.test";
    private String language;
    private String kind;

    static DueReminder forAna() {
        return new DueReminder();
    }

    DueReminder appointment(String id) {
        this.appointmentId = id;
        return this;
    }

    DueReminder clinicId(String id) {
        this.clinicId = id;
        return this;
    }

    DueReminder policy(Channel own, Fallback then) {
        this.channel = own;
        this.fallback = then;
        return this;
    }

    DueReminder patient(String name) {
        this.firstName = name;
        return this;
    }

    DueReminder addresses(String phoneNumber, String emailAddress) {
        this.phone = phoneNumber;
        this.email = emailAddress;
        return this;
    }

    DueReminder clinic(String name, String phoneNumber, String where) {
        this.clinicName = name;
        this.clinicPhone = phoneNumber;
        this.address = where;
        return this;
    }

    DueReminder languages(String ofClinic, String ofPatient) {
        this.clinicLanguage = ofClinic;
        this.language = ofPatient;
        return this;
    }

    DueReminder at(String instant, String inZone) {
        this.startsAt = Instant.parse(instant);
        this.zone = inZone;
        return this;
    }

    DueReminder kind(String name) {
        this.kind = name;
        return this;
    }

    ReminderDue event() {
        return new ReminderDue(
                UUID.nameUUIDFromBytes(appointmentId.getBytes(StandardCharsets.UTF_8)),
                appointmentId,
                1,
                "PT24H",
                startsAt,
                30,
                startsAt.minus(Duration.ofHours(24)),
                startsAt.minus(Duration.ofMinutes(15)),
                new Clinic(
                        clinicId,
                        clinicName,
                        clinicPhone,
                        address,
                        ZoneId.of(zone),
                        clinicLanguage,
                        channel,
                        fallback,
                        Duration.ofMinutes(15),
                        null),
                new Patient("p-1", firstName, phone, email, language, List.of(Channel.SMS)),
                kind);
    }
}
