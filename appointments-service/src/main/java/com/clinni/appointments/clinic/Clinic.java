package com.clinni.appointments.clinic;

import com.clinni.events.Fallback;
import com.clinni.events.QuietHours;
import com.clinni.events.SmsAccents;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clinic: who it is to its patients, how and when it reminds, and what it wants when its channel
 * fails.
 *
 * @param phone as patients dial it; stands in the texts
 * @param quietHours when nothing may reach patients but e-mail
 * @param smsMaxSegments how many segments an SMS of its own words may take
 */
public record Clinic(
        String clinicId,
        String name,
        @Nullable String phone,
        @Nullable String address,
        ZoneId zone,
        String language,
        ClinicAccount account,
        ClinicChannel channel,
        List<ReminderRule> reminders,
        Fallback fallback,
        Duration fallbackAfter,
        @Nullable QuietHours quietHours,
        ManualSending manualSending,
        SmsAccents smsAccents,
        CorrectionPolicy corrections,
        int smsMaxSegments) {

    public Clinic {
        reminders = List.copyOf(reminders);
    }

    /** The rules that plan: none while the clinic does not remind. */
    public List<ReminderRule> rulesInForce() {
        return channel == ClinicChannel.NONE ? List.of() : reminders;
    }

    /** Whether visits planned for one of the two would be planned alike for the other. */
    boolean plansLike(Clinic other) {
        return rulesInForce().equals(other.rulesInForce())
                && zone.equals(other.zone)
                && java.util.Objects.equals(quietHours, other.quietHours);
    }
}
