package com.clinni.events.kafka;

import java.util.List;

/**
 * The topics that one consumer group reads.
 *
 * @param group its {@code group.id}
 */
public record GroupReading(String group, List<String> topics) {

    public GroupReading {
        topics = List.copyOf(topics);
    }

    static GroupReading of(String group, String... topics) {
        return new GroupReading(group, List.of(topics));
    }
}
