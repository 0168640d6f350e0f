package com.clinni.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A forecast of a clinic's next day, made in the evening before, once for each day.
 *
 * @param day the clinic's calendar day that it is about
 * @param reminders how many are due on that day
 * @param expectedFallbacks how many of them WhatsApp will not take, going by the last weeks; 0 when
 *     the clinic's channel is another or nothing takes WhatsApp's place
 * @param at when it was made
 */
public record DayForecast(
        String clinicId,
        LocalDate day,
        ZoneId zone,
        Channel channel,
        Fallback fallback,
        int reminders,
        int expectedFallbacks,
        Instant at)
        implements Event {

    @Override
    public String topic() {
        return Topics.DAY_FORECAST;
    }

    @Override
    public String key() {
        return clinicId;
    }

    @Override
    public String id(int generation) {
        return clinicId + ":" + day;
    }

    @Override
    public Optional<String> contradiction() {
        return expectedFallbacks > reminders ? Optional.of("expectedFallbacks") : Optional.empty();
    }
}
