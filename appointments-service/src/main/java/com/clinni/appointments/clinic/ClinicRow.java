package com.clinni.appointments.clinic;

import com.clinni.events.Fallback;
import com.clinni.events.QuietHours;
import com.clinni.events.SmsAccents;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The clinic's row. */
@Entity
@Table(name = "clinic")
class ClinicRow {

    @Id
    @Column(name = "clinic_id")
    String clinicId;

    String name;
    @Nullable String phone;
    @Nullable String address;
    String zone;
    String language;

    @Enumerated(EnumType.STRING)
    ClinicAccount account;

    @Enumerated(EnumType.STRING)
    ClinicChannel channel;

    String reminders;

    @Enumerated(EnumType.STRING)
    Fallback fallback;

    @Column(name = "fallback_after")
    String fallbackAfter;

    @Column(name = "quiet_from")
    @Nullable LocalTime quietFrom;

    @Column(name = "quiet_to")
    @Nullable LocalTime quietTo;

    @Enumerated(EnumType.STRING)
    @Column(name = "manual_sending")
    ManualSending manualSending;

    @Enumerated(EnumType.STRING)
    @Column(name = "sms_accents")
    SmsAccents smsAccents;

    @Enumerated(EnumType.STRING)
    CorrectionPolicy corrections;

    @Column(name = "sms_max_segments")
    int smsMaxSegments;

    @Column(name = "profile_version")
    long profileVersion;

    @Column(name = "profile_told")
    boolean profileTold;

    /** Takes over everything but the id; other services have to be told of it. */
    void become(Clinic clinic) {
        profileVersion++;
        profileTold = false;
        name = clinic.name();
        phone = clinic.phone();
        address = clinic.address();
        zone = clinic.zone().getId();
        language = clinic.language();
        account = clinic.account();
        channel = clinic.channel();
        reminders = RulesText.write(clinic.reminders());
        fallback = clinic.fallback();
        fallbackAfter = clinic.fallbackAfter().toString();
        var quiet = clinic.quietHours();
        quietFrom = quiet == null ? null : quiet.from();
        quietTo = quiet == null ? null : quiet.to();
        manualSending = clinic.manualSending();
        smsAccents = clinic.smsAccents();
        corrections = clinic.corrections();
        smsMaxSegments = clinic.smsMaxSegments();
    }

    Clinic clinic() {
        return new Clinic(
                clinicId,
                name,
                phone,
                address,
                ZoneId.of(zone),
                language,
                account,
                channel,
                RulesText.read(reminders),
                fallback,
                Duration.parse(fallbackAfter),
                quietFrom == null || quietTo == null ? null : new QuietHours(quietFrom, quietTo),
                manualSending,
                smsAccents,
                corrections,
                smsMaxSegments);
    }
}
