package com.clinni.fallback.send;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.fallback.MutableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff =
            new Backoff(List.of(Duration.ofSeconds(30), Duration.ofMinutes(5)));

    @Test
    void pauses_grow_and_the_last_one_goes_on() {
        var far = MutableClock.START.plus(Duration.ofDays(1));

        assertThat(backoff.after(1, MutableClock.START, far))
                .isEqualTo(MutableClock.START.plusSeconds(30));
        assertThat(backoff.after(7, MutableClock.START, far))
                .isEqualTo(MutableClock.START.plusSeconds(300));
    }

    @Test
    void the_time_that_is_left_is_used_when_a_pause_would_outlast_it() {
        var soon = MutableClock.START.plusSeconds(20);

        assertThat(backoff.after(1, MutableClock.START, soon))
                .isEqualTo(MutableClock.START.plusSeconds(10));
    }
}
