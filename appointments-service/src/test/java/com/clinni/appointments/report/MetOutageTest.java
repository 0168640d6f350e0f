package com.clinni.appointments.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetOutageTest {

    private static final Instant FROM = at("00:00");
    private static final Instant TO = at("23:00");
    private static final Instant NOW = at("12:00");

    @Test
    void minutes_that_two_lines_were_down_together_count_once() {
        assertThat(
                        minutes(
                                outage("10:00", "10:30"),
                                outage("10:10", "10:20"),
                                outage("10:20", "10:40")))
                .isEqualTo(40);
    }

    @Test
    void what_lies_outside_does_not_count_and_what_lasts_counts_up_to_now() {
        assertThat(MetOutage.minutes(List.of(outage("09:00", "11:00")), at("10:00"), TO, NOW))
                .isEqualTo(60);
        assertThat(MetOutage.minutes(List.of(outage("11:30", null)), FROM, TO, NOW)).isEqualTo(30);
        assertThat(MetOutage.minutes(List.of(outage("11:30", null)), FROM, at("11:40"), NOW))
                .isEqualTo(10);
        assertThat(minutes()).isZero();
    }

    @Test
    void a_minute_that_has_begun_counts() {
        var began = Instant.parse("2027-03-10T10:00:00Z");
        assertThat(MetOutage.of(began, began, "LINE_DOWN", NOW).minutes()).isZero();
        assertThat(MetOutage.of(began, began.plusMillis(1), "LINE_DOWN", NOW).minutes())
                .isEqualTo(1);
        assertThat(MetOutage.of(began, began.plusSeconds(60), "LINE_DOWN", NOW).minutes())
                .isEqualTo(1);
        assertThat(MetOutage.of(NOW.plusSeconds(90), null, "LINE_DOWN", NOW).minutes()).isZero();
    }

    private static long minutes(MetOutage... outages) {
        return MetOutage.minutes(Arrays.asList(outages), FROM, TO, NOW);
    }

    private static MetOutage outage(String begin, String end) {
        return MetOutage.of(at(begin), end == null ? null : at(end), "LINE_DOWN", NOW);
    }

    private static Instant at(String time) {
        return Instant.parse("2027-03-10T" + time + ":00Z");
    }
}
