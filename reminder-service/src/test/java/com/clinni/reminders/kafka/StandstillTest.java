package com.clinni.reminders.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StandstillTest {

    private static final TopicPartition PARTITION = new TopicPartition("topic", 0);

    private final Standstill consumer = new Standstill(Duration.ofMinutes(2));

    @BeforeEach
    void that_has_read_up_to_ten_and_has_three_more() {
        seen(10, 3, 0);
    }

    @Test
    void it_stands_still_after_two_minutes_without_a_commit() {
        seen(10, 3, 119);
        assertThat(consumer.isStanding()).isFalse();

        seen(10, 9, 120);
        assertThat(consumer.isStanding()).isTrue();
    }

    @Test
    void any_commit_is_a_move() {
        seen(11, 9, 119);
        seen(11, 9, 180);
        assertThat(consumer.isStanding()).isFalse();
    }

    @Test
    void who_has_nothing_to_read_does_not_stand_still() {
        seen(13, 0, 60);
        seen(13, 0, 600);
        seen(13, 1, 660);
        assertThat(consumer.isStanding()).isFalse();
    }

    @Test
    void who_cannot_be_asked_or_has_an_excuse_starts_afresh() {
        consumer.notKnown(seconds(600));
        assertThat(consumer.isStanding()).isFalse();

        seen(10, 3, 660);
        assertThat(consumer.isStanding()).isFalse();
        seen(10, 3, 720);
        assertThat(consumer.isStanding()).isTrue();
    }

    private void seen(long committed, long lag, long at) {
        consumer.seen(Map.of(PARTITION, committed), lag, seconds(at));
    }

    private static long seconds(long seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}
