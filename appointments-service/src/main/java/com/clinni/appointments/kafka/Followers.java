package com.clinni.appointments.kafka;

import com.clinni.appointments.kafka.Positions.Unknown;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.admin.OffsetSpec;

/** How far those have come who must work before something can be reported on. */
@ApplicationScoped
public class Followers {

    private static final long NOTHING_SINCE = -1;

    private final Positions positions;

    Followers(Positions positions) {
        this.positions = positions;
    }

    /**
     * Whether every group has taken in all that its topic was given before a moment. False when
     * Kafka cannot be asked.
     *
     * @param topicOfGroup each group and the topic it reads
     */
    public boolean haveTaken(Map<String, String> topicOfGroup, Instant before) {
        try {
            for (var follower : topicOfGroup.entrySet()) {
                if (!hasTaken(follower.getKey(), follower.getValue(), before)) {
                    return false;
                }
            }
            return true;
        } catch (Unknown e) {
            return false;
        }
    }

    /** A partition without a commit was read up to its beginning, wherever that is now. */
    private boolean hasTaken(String group, String topic, Instant before) throws Unknown {
        var partitions = positions.partitions(topic);
        var ends = positions.offsets(partitions, OffsetSpec.latest());
        var begins = positions.offsets(partitions, OffsetSpec.earliest());
        var later = positions.offsets(partitions, OffsetSpec.forTimestamp(before.toEpochMilli()));
        var committed = positions.committed(group);
        return partitions.stream()
                .allMatch(
                        each -> {
                            var begin = begins.get(each);
                            var taken = Math.max(begin, committed.getOrDefault(each, begin));
                            var needed = later.get(each);
                            return taken >= (needed == NOTHING_SINCE ? ends.get(each) : needed);
                        });
    }
}
