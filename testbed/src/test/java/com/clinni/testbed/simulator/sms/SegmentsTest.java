package com.clinni.testbed.simulator.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentsTest {

    @ParameterizedTest(name = "{1} times {0} is billed as {2}")
    @CsvSource({
        "a, 160, 1",
        "a, 161, 2",
        "a, 306, 2",
        "a, 307, 3",
        "ñ, 160, 1",
        "€, 80, 1",
        "€, 81, 2",
        "€, 152, 2",
        "€, 153, 3",
        "á, 70, 1",
        "á, 71, 2",
        "á, 134, 2",
        "á, 135, 3",
        "😀, 35, 1",
        "😀, 36, 2",
        "😀, 67, 3",
    })
    void a_text_is_counted_as_the_network_bills_it(String character, int times, int segments) {
        assertThat(Segments.of(character.repeat(times))).isEqualTo(segments);
    }
}
