package com.clinni.platform.kafka;

import com.clinni.platform.time.Stopwatch;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Remembers since when partitions stand still while there are records before them. */
final class Standstill {

    private record Since(long committed, long nanos) {}

    private final Map<TopicPartition, Since> standing = new HashMap<>();
    private final Stopwatch stopwatch;
    private final Duration patience;

    Standstill(Stopwatch stopwatch, Duration patience) {
        this.stopwatch = stopwatch;
        this.patience = patience;
    }

    /** Whether one of these partitions has stood still for too long. */
    boolean seen(Map<TopicPartition, ConsumerPosition> positions) {
        standing.keySet().retainAll(positions.keySet());
        var tooLong = false;
        for (var each : positions.entrySet()) {
            tooLong |= standsStill(each.getKey(), each.getValue());
        }
        return tooLong;
    }

    /** Nothing can be said: whoever cannot work now is not to blame for it. */
    void forget() {
        standing.clear();
    }

    private boolean standsStill(TopicPartition partition, ConsumerPosition position) {
        if (position.lag() == 0) {
            standing.remove(partition);
            return false;
        }
        var since = standing.get(partition);
        if (since == null || since.committed() != position.committed()) {
            standing.put(partition, new Since(position.committed(), stopwatch.nanos()));
            return false;
        }
        return stopwatch.since(since.nanos()).compareTo(patience) >= 0;
    }
}
