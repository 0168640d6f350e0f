package com.clinni.appointments.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ForecastEveningTest {

    private static final LocalTime SEVEN = LocalTime.of(19, 0);
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final ZoneId CANARIES = ZoneId.of("Atlantic/Canary");

    @Test
    void it_begins_at_its_time_on_the_clinics_clock_and_lasts_until_midnight() {
        assertThat(ForecastEvening.in(MADRID, SEVEN, at("2031-03-05T17:59:59Z"))).isEmpty();
        assertThat(ForecastEvening.in(MADRID, SEVEN, at("2031-03-05T18:00:00Z")))
                .contains(
                        new ForecastEvening(
                                MADRID,
                                LocalDate.of(2031, 3, 6),
                                at("2031-03-05T23:00:00Z"),
                                at("2031-03-06T23:00:00Z")));
        assertThat(ForecastEvening.in(MADRID, SEVEN, at("2031-03-05T22:59:59Z")))
                .hasValueSatisfying(evening -> assertThat(evening.day()).isEqualTo("2031-03-06"));
        assertThat(ForecastEvening.in(MADRID, SEVEN, at("2031-03-05T23:00:00Z"))).isEmpty();
    }

    @Test
    void the_canaries_have_theirs_an_hour_later() {
        assertThat(ForecastEvening.in(CANARIES, SEVEN, at("2031-03-05T18:00:00Z"))).isEmpty();
        assertThat(ForecastEvening.in(CANARIES, SEVEN, at("2031-03-05T23:30:00Z")))
                .contains(
                        new ForecastEvening(
                                CANARIES,
                                LocalDate.of(2031, 3, 6),
                                at("2031-03-06T00:00:00Z"),
                                at("2031-03-07T00:00:00Z")));
    }

    @Test
    void the_day_on_which_clocks_change_is_shorter_or_longer() {
        var spring = ForecastEvening.in(MADRID, SEVEN, at("2031-03-29T20:00:00Z")).orElseThrow();
        var autumn = ForecastEvening.in(MADRID, SEVEN, at("2031-10-25T20:00:00Z")).orElseThrow();

        assertThat(Duration.between(spring.begins(), spring.ends())).hasHours(23);
        assertThat(Duration.between(autumn.begins(), autumn.ends())).hasHours(25);
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }
}
