package com.clinni.appointments.clinic;

import com.clinni.appointments.FieldWarning;
import com.clinni.events.Fallback;
import com.clinni.events.QuietHours;
import com.clinni.events.SmsAccents;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A clinic as the API reads and writes it. What is left out has its default.
 *
 * @param quietHours absent is not null: {@link ClinicJson} tells them apart before this is read,
 *     and an answer always says which it is
 * @param warnings only in answers to a change
 */
@Schema(name = "Clinic")
record ClinicBody(
        @Schema(readOnly = true) @Nullable String clinicId,
        @Schema(required = true, maxLength = 200) @Nullable String name,
        @Schema(description = "As patients dial it; required unless channel is NONE")
                @Nullable String phone,
        @Nullable String address,
        @Schema(defaultValue = "Europe/Madrid", description = "IANA zone") @Nullable String zone,
        @Schema(
                        defaultValue = "es",
                        enumeration = {"es", "ca", "gl", "eu", "en"})
                @Nullable String language,
        @Schema(defaultValue = "BASIC") @Nullable ClinicAccount account,
        @Schema(defaultValue = "EMAIL", description = "WHATSAPP needs a PRO account")
                @Nullable ClinicChannel channel,
        @Schema(
                        defaultValue = "[{\"before\":\"PT24H\"}]",
                        description = "At most five rules; an empty list means no reminders")
                @Nullable List<RuleBody> reminders,
        @Schema(defaultValue = "NONE") @Nullable Fallback fallback,
        @Schema(defaultValue = "PT15M") @Nullable Duration fallbackAfter,
        @Schema(
                        defaultValue = "{\"from\":\"21:00\",\"to\":\"09:00\"}",
                        description = "Local times; null means none, said on purpose")
                @JsonInclude(JsonInclude.Include.ALWAYS)
                @Nullable QuietHoursBody quietHours,
        @Schema(defaultValue = "AUTO") @Nullable ManualSending manualSending,
        @Schema(
                        defaultValue = "KEEP",
                        description =
                                "PLAIN writes SMS without accents where that makes them shorter")
                @Nullable SmsAccents smsAccents,
        @Schema(
                        defaultValue = "ALL",
                        description =
                                "Which changes are told to patients who were told something else")
                @Nullable CorrectionPolicy corrections,
        @Schema(
                        defaultValue = "3",
                        minimum = "1",
                        maximum = "10",
                        description = "How many segments an SMS of the clinic's own words may take")
                @Nullable Integer smsMaxSegments,
        @Schema(readOnly = true) @Nullable List<FieldWarning> warnings) {

    static final String TIME_OF_DAY = "HH:mm";

    /** Local times, from inclusive, to exclusive; they may span midnight. */
    @Schema(name = "QuietHours")
    record QuietHoursBody(
            @JsonFormat(pattern = TIME_OF_DAY) @Nullable LocalTime from,
            @JsonFormat(pattern = TIME_OF_DAY) @Nullable LocalTime to) {

        /** When nobody wants to be woken by a clinic. */
        static final QuietHoursBody NIGHT =
                new QuietHoursBody(LocalTime.of(21, 0), LocalTime.of(9, 0));
    }

    static ClinicBody of(Clinic clinic) {
        return of(clinic, List.of());
    }

    static ClinicBody of(Clinic clinic, List<FieldWarning> warnings) {
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
                clinic.corrections(),
                clinic.smsMaxSegments(),
                warnings.isEmpty() ? null : warnings);
    }

    private static @Nullable QuietHoursBody of(@Nullable QuietHours quiet) {
        return quiet == null ? null : new QuietHoursBody(quiet.from(), quiet.to());
    }
}
