package com.clinni.appointments.kafka;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Whether one consumer moves: remembered from look to look. */
final class Standstill {

    private final Duration after;
    private Map<TopicPartition, Long> committed = Map.of();
    private long movedAt;
    private boolean isStanding;

    Standstill(Duration after) {
        this.after = after;
    }

    /** Nobody could be asked: the time until the next look counts for nothing. */
    void notKnown(long nanoTime) {
        movedAt = nanoTime;
        isStanding = false;
    }

    void seen(Map<TopicPartition, Long> committedNow, long lag, long nanoTime) {
        if (lag == 0 || !committedNow.equals(committed)) {
            committed = committedNow;
            movedAt = nanoTime;
        }
        isStanding = nanoTime - movedAt >= after.toNanos();
    }

    boolean isStanding() {
        return isStanding;
    }
}
