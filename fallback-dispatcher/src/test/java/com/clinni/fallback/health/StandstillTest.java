package com.clinni.fallback.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class StandstillTest {

    private static final TopicPartition PARTITION = new TopicPartition("t", 0);
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Standstill standstill = new Standstill();

    @Test
    void one_that_has_work_and_does_not_move_stands_still() {
        look(5, 9, 0);
        look(5, 12, 100);

        assertThat(lastsAt(110)).isFalse();
        assertThat(lastsAt(121)).isTrue();
    }

    @Test
    void one_that_moves_or_has_no_work_does_not() {
        look(5, 9, 0);
        look(6, 400, 100);
        assertThat(lastsAt(121)).isFalse();

        look(400, 400, 130);
        assertThat(lastsAt(1_000)).isFalse();
    }

    @Test
    void what_could_not_be_seen_for_a_while_begins_anew() {
        look(5, 9, 0);
        standstill.forget();
        look(5, 9, 100);

        assertThat(lastsAt(121)).isFalse();
        assertThat(lastsAt(221)).isTrue();
    }

    private void look(long committed, long end, int second) {
        standstill.look(Map.of(PARTITION, new GroupPosition(committed, end)), nanos(second));
    }

    private boolean lastsAt(int second) {
        return standstill.lasts(LIMIT, nanos(second));
    }

    private static long nanos(int second) {
        return Duration.ofSeconds(second).toNanos();
    }
}
