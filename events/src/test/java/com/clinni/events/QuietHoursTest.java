package com.clinni.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.QuietHours.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        "21:00, 02:30, 2030-10-27T01:10:00Z, 2030-10-27T01:30:00Z",
        // what began before the clocks change is not interrupted by them
        "21:00, 02:30, 2030-03-31T01:10:00Z, 2030-03-31T01:30:00Z",
        "02:30, 09:00, 2030-10-27T01:10:00Z, 2030-10-27T08:00:00Z",
        "02:30, 09:00, 2030-03-31T01:10:00Z, 2030-03-31T07:00:00Z"
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
        "09:00, 09:00, 2030-03-06T08:00:00Z",
        // between the first 02:30 and the second 02:00
        "21:00, 02:30, 2030-10-27T00:30:00Z"
    })
    void what_is_not_quiet_has_no_end(LocalTime from, LocalTime to, Instant now) {
        assertThat(new QuietHours(from, to).endAfter(now, MADRID)).isEmpty();
    }

    @Test
    void quiet_times_are_told_one_by_one_and_whole() {
        var night = new QuietHours(LocalTime.of(21, 0), LocalTime.of(9, 0));

        assertThat(
                        night.touching(
                                Instant.parse("2030-03-30T23:00:00Z"),
                                Instant.parse("2030-03-31T19:00:00Z"),
                                MADRID))
                .containsExactly(
                        interval("2030-03-30T20:00:00Z", "2030-03-31T07:00:00Z"),
                        interval("2030-03-31T19:00:00Z", "2030-04-01T07:00:00Z"));
    }

    @Test
    void in_the_night_the_clocks_go_back_an_hour_may_be_quiet_twice() {
        var evening = new QuietHours(LocalTime.of(21, 0), LocalTime.of(2, 30));
        var brief = new QuietHours(LocalTime.of(2, 10), LocalTime.of(2, 30));
        var since = Instant.parse("2030-10-26T19:00:00Z");
        var until = Instant.parse("2030-10-27T12:00:00Z");

        assertThat(evening.touching(since, until, MADRID))
                .containsExactly(
                        interval("2030-10-26T19:00:00Z", "2030-10-27T00:30:00Z"),
                        interval("2030-10-27T01:00:00Z", "2030-10-27T01:30:00Z"));
        assertThat(brief.touching(since, until, MADRID))
                .containsExactly(
                        interval("2030-10-27T00:10:00Z", "2030-10-27T00:30:00Z"),
                        interval("2030-10-27T01:10:00Z", "2030-10-27T01:30:00Z"));
    }

    /** Any hours, at any moment of the days round both changes of the clocks. */
    @ParameterizedTest
    @ValueSource(strings = {"2030-03-29T23:00:00Z", "2030-10-25T22:00:00Z"})
    void every_quiet_time_of_day_is_in_a_quiet_time_and_no_end_of_one_is(Instant beginning) {
        var random = new Random(beginning.getEpochSecond());
        for (var trial = 0; trial < 100; trial++) {
            var hours = new QuietHours(anyTime(random), anyTime(random));
            for (var minutes = 0; minutes < 3 * 24 * 60; minutes += 7) {
                var now = beginning.plus(Duration.ofMinutes(minutes));
                var end = hours.endAfter(now, MADRID);
                if (hours.cover(LocalTime.ofInstant(now, MADRID))) {
                    assertThat(end).as("%s at %s", hours, now).isPresent();
                }
                end.ifPresent(
                        at -> {
                            assertThat(at).isAfter(now);
                            assertThat(hours.endAfter(at, MADRID)).isEmpty();
                        });
            }
        }
    }

    private static LocalTime anyTime(Random random) {
        return LocalTime.of(random.nextInt(24), 15 * random.nextInt(4));
    }

    private static Interval interval(String from, String to) {
        return new Interval(Instant.parse(from), Instant.parse(to));
    }
}
