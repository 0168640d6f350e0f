package com.clinni.whatsapp.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RampTest {

    private static final Instant NOON = Instant.parse("2030-03-05T12:00:00Z");
    private static final Duration FIVE = Duration.ofMinutes(5);

    @Test
    void after_two_hours_a_line_begins_with_a_quarter_and_has_all_after_five_minutes() {
        var ramp = Ramp.after(NOON, Duration.ofHours(2), FIVE);

        assertThat(ramp.share(NOON)).isEqualTo(0.25);
        assertThat(ramp.share(NOON.plusSeconds(150))).isEqualTo(0.625);
        assertThat(ramp.share(NOON.plusSeconds(300))).isEqualTo(1);
        assertThat(ramp.share(NOON.plusSeconds(9_000))).isEqualTo(1);
        assertThat(ramp.stretched(Duration.ofSeconds(6), NOON)).isEqualTo(Duration.ofSeconds(24));
    }

    @Test
    void it_costs_as_much_sending_time_as_was_left_unused() {
        var ramp = Ramp.after(NOON, Duration.ofHours(2), FIVE);

        assertThat(ramp.delay(NOON)).isEqualTo(Duration.ofMillis(112_500));
        assertThat(ramp.delay(NOON.plus(FIVE))).isZero();
    }

    @Test
    void a_blip_is_made_good_as_fast_as_it_came() {
        assertThat(Ramp.after(NOON, Duration.ofSeconds(3), FIVE).share(NOON.plusSeconds(3)))
                .isEqualTo(1);
    }

    @Test
    void a_line_that_was_never_away_has_its_rate() {
        assertThat(Ramp.after(null, Duration.ZERO, FIVE).share(NOON)).isEqualTo(1);
    }
}
