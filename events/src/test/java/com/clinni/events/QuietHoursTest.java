package com.clinni.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    @ParameterizedTest(name = "{0}-{1} at {2}")
    @CsvSource({
        "12:30, 16:00, 2030-03-05T12:00:00Z, 2030-03-05T15:00:00Z",
        "21:00, 09:00, 2030-03-05T20:00:00Z, 2030-03-06T08:00:00Z",
        "21:00, 09:00, 2030-03-06T07:59:59Z, 2030-03-06T08:00:00Z",
        // the night before the clocks go forward is an hour shorter, the one in autumn longer
        "21:00, 09:00, 2030-03-30T20:00:00Z, 2030-03-31T07:00:00Z",
        "21:00, 09:00, 2030-10-26T19:00:00Z, 2030-10-27T08:00:00Z",
        // 02:30 is jumped over
        "21:00, 02:30, 2030-03-31T00:30:00Z, 2030-03-31T01:30:00Z",
        // 02:30 comes twice
        "21:00, 02:30, 2030-10-27T00:10:00Z, 2030-10-27T00:30:00Z",
        "21:00, 02:30, 2030-10-27T01:10:00Z, 2030-10-27T01:30:00Z"
    })
    void quiet_hours_end_when_the_clinics_clock_says_so(
            LocalTime from, LocalTime to, Instant now, Instant end) {
        assertThat(new QuietHours(from, to).endAfter(now, MADRID)).contains(end);
    }

    @ParameterizedTest(name = "{0}-{1} at {2}")
    @CsvSource({
        "12:30, 16:00, 2030-03-05T15:00:00Z",
        "12:30, 16:00, 2030-03-05T11:29:59Z",
        "21:00, 09:00, 2030-03-06T08:00:00Z",
        "09:00, 09:00, 2030-03-06T08:00:00Z"
    })
    void what_is_not_quiet_has_no_end(LocalTime from, LocalTime to, Instant now) {
        assertThat(new QuietHours(from, to).endAfter(now, MADRID)).isEmpty();
    }
}
