package com.clinni.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeProducerTest {

    private static final int MICROSECOND = 1_000;

    @Test
    void the_clock_gives_instants_that_postgresql_keeps_as_they_are() {
        var clock = new TimeProducer().clock();

        assertThat(Stream.generate(clock::instant).limit(1_000).map(Instant::getNano))
                .allMatch(nanos -> nanos % MICROSECOND == 0);
    }
}
