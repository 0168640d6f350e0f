package com.clinni.appointments.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FallbackShareTest {

    @ParameterizedTest
    @CsvSource({
        "20, 0,  40, 0",
        "20, 1,  40, 2",
        "20, 1,  41, 3",
        "20, 1,   1, 1",
        "28, 28, 40, 40",
        "0,  0,  40, 0",
        "2000000000, 1999999999, 2000000000, 1999999999"
    })
    void so_many_will_do_the_same_rounded_up(long known, long fellBack, int reminders, int will) {
        assertThat(new FallbackShare(known, fellBack).of(reminders)).isEqualTo(will);
    }

    @Test
    void who_knows_too_little_goes_by_the_house() {
        var house = new FallbackShare(1000, 100);

        assertThat(new FallbackShare(19, 19).or(() -> house)).isEqualTo(house);
        assertThat(new FallbackShare(20, 5).or(() -> house)).isEqualTo(new FallbackShare(20, 5));
    }
}
