package com.clinni.appointments.forecast;

import com.clinni.events.Channel;
import com.clinni.events.DayForecast;
import com.clinni.events.Fallback;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;

/**
 * A clinic's next day.
 *
 * @param lately what became of the clinic's reminders of the last weeks
 */
record ClinicDay(
        String clinicId,
        LocalDate day,
        ZoneId zone,
        Channel channel,
        Fallback fallback,
        int reminders,
        FallbackShare lately) {

    /** Where nothing takes WhatsApp's place, or it was never WhatsApp, nothing falls back. */
    DayForecast foretold(Supplier<FallbackShare> house, Instant now) {
        var mayFallBack = channel == Channel.WHATSAPP && fallback != Fallback.NONE;
        return new DayForecast(
                clinicId,
                day,
                zone,
                channel,
                fallback,
                reminders,
                mayFallBack ? lately.or(house).of(reminders) : 0,
                now);
    }
}
