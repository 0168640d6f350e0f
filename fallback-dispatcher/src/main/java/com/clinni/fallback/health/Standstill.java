package com.clinni.fallback.health;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** How long a channel's partitions have had work and not moved. Not for several threads. */
final class Standstill {

    private record Stopped(long at, long since) {}

    private Map<TopicPartition, Stopped> stopped = new HashMap<>();

    /** What was seen, at so many nanoseconds. */
    void look(Map<TopicPartition, GroupPosition> seen, long nanos) {
        var still = new HashMap<TopicPartition, Stopped>();
        seen.forEach(
                (partition, position) -> {
                    if (position.lag() > 0) {
                        var before = stopped.get(partition);
                        var moved = before == null || before.at() != position.committed();
                        still.put(
                                partition,
                                moved ? new Stopped(position.committed(), nanos) : before);
                    }
                });
        stopped = still;
    }

    /** Nothing could be seen: whatever stands still begins anew. */
    void forget() {
        stopped.clear();
    }

    boolean lasts(Duration limit, long nanos) {
        return stopped.values().stream().anyMatch(s -> nanos - s.since() > limit.toNanos());
    }
}
