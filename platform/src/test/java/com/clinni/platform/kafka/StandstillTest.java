package com.clinni.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class StandstillTest {

    private static final TopicPartition ONE = new TopicPartition("topic", 0);

    private final AtomicLong nanos = new AtomicLong();
    private final Standstill standstill = new Standstill(nanos::get, Duration.ofMinutes(2));

    @Test
    void two_minutes_at_the_same_place_with_records_ahead_are_a_standstill() {
        assertThat(after(0, 10, 12)).isFalse();
        assertThat(after(119, 10, 20)).isFalse();
        assertThat(after(1, 10, 30)).isTrue();
        assertThat(after(1, 11, 30)).as("it goes on").isFalse();
    }

    @Test
    void whoever_has_nothing_to_do_may_stand() {
        after(0, 10, 10);
        assertThat(after(600, 10, 10)).isFalse();
        assertThat(after(0, 10, 11)).as("work has only just come").isFalse();
    }

    @Test
    void slow_is_not_still() {
        after(0, 10, 1_000);
        assertThat(after(119, 11, 1_000)).isFalse();
        assertThat(after(119, 12, 1_000)).isFalse();
    }

    @Test
    void the_time_in_which_nobody_could_work_does_not_count() {
        after(0, 10, 12);
        standstill.forget();
        assertThat(after(600, 10, 12)).isFalse();
    }

    @Test
    void a_partition_that_went_to_another_node_is_forgotten() {
        after(0, 10, 12);
        standstill.seen(Map.of());
        assertThat(after(600, 10, 12)).isFalse();
    }

    @Test
    void a_partition_that_forgot_its_records_before_anybody_took_one_has_nothing_waiting() {
        assertThat(new ConsumerPosition(ConsumerPosition.NEVER, 7, 7).lag()).isZero();
        assertThat(new ConsumerPosition(ConsumerPosition.NEVER, 7, 9).lag()).isEqualTo(2);
        assertThat(new ConsumerPosition(3, 7, 9).lag()).isEqualTo(2);
    }

    @Test
    void what_the_topic_forgets_is_no_progress() {
        standstill.seen(Map.of(ONE, new ConsumerPosition(3, 4, 9)));
        nanos.addAndGet(Duration.ofMinutes(2).toNanos());
        assertThat(standstill.seen(Map.of(ONE, new ConsumerPosition(3, 6, 9)))).isTrue();
    }

    private boolean after(int seconds, long committed, long end) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
        return standstill.seen(Map.of(ONE, new ConsumerPosition(committed, 0, end)));
    }
}
