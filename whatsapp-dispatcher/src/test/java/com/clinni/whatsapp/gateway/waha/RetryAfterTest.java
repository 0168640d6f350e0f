package com.clinni.whatsapp.gateway.waha;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2030-03-05T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "5, PT5S",
        "0, PT1S",
        "-30, PT1S",
        "1000000000, PT15M",
        "'Tue, 05 Mar 2030 12:00:20 GMT', PT20S",
        "'Tue, 05 Mar 2030 11:00:00 GMT', PT1S",
        "'Wed, 05 Mar 2031 12:00:00 GMT', PT15M"
    })
    void it_is_believed_between_a_second_and_a_quarter_of_an_hour(String written, Duration wait) {
        assertThat(RetryAfter.read(written, NOW)).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "1e3", "99999999999999999999999"})
    void what_cannot_be_read_says_nothing(String written) {
        assertThat(RetryAfter.read(written, NOW)).isEmpty();
    }
}
