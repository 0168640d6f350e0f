package com.clinni.appointments.clinic;

import com.clinni.events.Fallback;
import com.clinni.events.QuietHours;
import com.clinni.events.SmsAccents;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A clinic as the API reads and writes it. What is left out, or null, has its default. */
@Schema(name = "Clinic")
record ClinicBody(
        @Schema(readOnly = true) String clinicId,
        @Schema(required = true, maxLength = 200) String name,
        @Schema(description = "As patients dial it; required unless channel is NONE") String phone,
        String address,
        @Schema(defaultValue = "Europe/Madrid", description = "IANA zone") String zone,
        @Schema(
                        defaultValue = "es",
                        enumeration = {"es", "ca", "gl", "eu", "en"})
                String language,
        @Schema(defaultValue = "BASIC") ClinicAccount account,
        @Schema(defaultValue = "EMAIL", description = "WHATSAPP needs a PRO account")
                ClinicChannel channel,
        @Schema(
                        defaultValue = "[{\"before\":\"PT24H\"}]",
                        description = "At most five rules; an empty list means no reminders")
                List<RuleBody> reminders,
        @Schema(defaultValue = "NONE") Fallback fallback,
        @Schema(defaultValue = "PT15M") Duration fallbackAfter,
        @Schema(description = "Local times; null means none") QuietHoursBody quietHours,
        @Schema(defaultValue = "AUTO") ManualSending manualSending,
        @Schema(
                        defaultValue = "KEEP",
                        description =
                                "PLAIN writes SMS without accents where that makes them shorter")
                SmsAccents smsAccents,
        @Schema(
                        defaultValue = "ALL",
                        description =
                                "Which changes are told to patients who were told something else")
                CorrectionPolicy corrections) {

    static final String TIME_OF_DAY = "HH:mm";

    /** Local times, from inclusive, to exclusive; they may span midnight. */
    @Schema(name = "QuietHours")
    record QuietHoursBody(
            @JsonFormat(pattern = TIME_OF_DAY) LocalTime from,
            @JsonFormat(pattern = TIME_OF_DAY) LocalTime to) {}

    static ClinicBody of(Clinic clinic) {
        return new ClinicBody(
                clinic.clinicId(),
                clinic.name(),
                clinic.phone(),
                clinic.address(),
                clinic.zone().getId(),
                clinic.language(),
                clinic.account(),
                clinic.channel(),
                clinic.reminders().stream().map(RuleBody::of).toList(),
                clinic.fallback(),
                clinic.fallbackAfter(),
                of(clinic.quietHours()),
                clinic.manualSending(),
                clinic.smsAccents(),
                clinic.corrections());
    }

    private static QuietHoursBody of(QuietHours quiet) {
        return quiet == null ? null : new QuietHoursBody(quiet.from(), quiet.to());
    }
}
