package com.clinni.appointments.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The evening of a time zone in which forecasts are made, and the day that follows it there.
 *
 * @param begins the first moment of that day; clocks may change in it
 * @param ends the first moment of the day after
 */
record ForecastEvening(ZoneId zone, LocalDate day, Instant begins, Instant ends) {

    /** The evening that a zone is in, from a time of day until midnight. */
    static Optional<ForecastEvening> in(ZoneId zone, LocalTime since, Instant now) {
        var there = now.atZone(zone);
        if (there.toLocalTime().isBefore(since)) {
            return Optional.empty();
        }
        var day = there.toLocalDate().plusDays(1);
        return Optional.of(
                new ForecastEvening(
                        zone,
                        day,
                        day.atStartOfDay(zone).toInstant(),
                        day.plusDays(1).atStartOfDay(zone).toInstant()));
    }
}
