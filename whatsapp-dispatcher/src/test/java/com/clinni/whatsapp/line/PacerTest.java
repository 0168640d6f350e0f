package com.clinni.whatsapp.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PacerTest {

    private static final Instant NOW = Instant.parse("2030-03-05T12:00:00Z");
    private final Pacer pacer = new Pacer(new Random(7));

    @Test
    void gaps_are_never_shorter_than_the_interval_and_never_regular() {
        var gaps =
                IntStream.range(0, 1_000)
                        .mapToObj(i -> pacer.next(NOW, Duration.ofSeconds(10), 0.5))
                        .map(next -> Duration.between(NOW, next))
                        .toList();

        assertThat(gaps)
                .allMatch(gap -> gap.toMillis() >= 10_000 && gap.toMillis() <= 15_000)
                .doesNotHaveDuplicates();
        assertThat(gaps.stream().mapToLong(Duration::toMillis).average().orElseThrow())
                .isBetween(12_250.0, 12_750.0);
    }

    @Test
    void without_jitter_the_gap_is_the_interval() {
        assertThat(pacer.next(NOW, Duration.ofSeconds(10), 0)).isEqualTo(NOW.plusSeconds(10));
    }
}
