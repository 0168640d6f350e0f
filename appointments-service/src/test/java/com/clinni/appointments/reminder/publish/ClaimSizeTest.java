package com.clinni.appointments.reminder.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClaimSizeTest {

    private final ClaimSize size = new ClaimSize(1000);

    @Test
    void after_a_failure_one_row_is_tried_after_a_pause_that_grows_to_ten_seconds() {
        assertThat(size.mayClaim(0)).isTrue();

        size.failed(0);
        assertThat(size.now()).isOne();
        assertThat(size.mayClaim(seconds(1))).isFalse();
        assertThat(size.mayClaim(seconds(2))).isTrue();

        for (var failure = 0; failure < 10; failure++) {
            size.failed(seconds(100));
        }
        assertThat(size.mayClaim(seconds(109))).isFalse();
        assertThat(size.mayClaim(seconds(110))).isTrue();
    }

    @Test
    void success_makes_it_whole_again_in_few_steps() {
        size.failed(0);

        size.succeeded();
        assertThat(size.now()).isEqualTo(10);
        size.succeeded();
        size.succeeded();
        size.succeeded();

        assertThat(size.now()).isEqualTo(1000);
        assertThat(size.mayClaim(0)).isTrue();
    }

    private static long seconds(long seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}
