package com.clinni.appointments.kafka;

import com.clinni.platform.kafka.ConsumerPositions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * The progress of the consumers that must have read an event before a report about it can be
 * expected.
 */
@ApplicationScoped
public class DownstreamProgress {

    private static final long NOTHING_SINCE = -1;
    private static final int LIMIT_SECONDS = 3;

    private final Admin admin;
    private final ConsumerPositions positions;

    DownstreamProgress(Admin admin, ConsumerPositions positions) {
        this.admin = admin;
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
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            return false;
        }
    }

    private boolean hasTaken(String group, String topic, Instant before)
            throws ExecutionException, TimeoutException, InterruptedException {
        var now = positions.of(group, topic);
        var later = offsets(now.keySet(), OffsetSpec.forTimestamp(before.toEpochMilli()));
        return now.entrySet().stream()
                .allMatch(
                        each -> {
                            var needed = later.get(each.getKey());
                            return needed != null
                                    && each.getValue().next()
                                            >= (needed == NOTHING_SINCE
                                                    ? each.getValue().end()
                                                    : needed);
                        });
    }

    /** {@link #NOTHING_SINCE} where there is nothing that the specification asks for. */
    private Map<TopicPartition, Long> offsets(Set<TopicPartition> of, OffsetSpec which)
            throws ExecutionException, TimeoutException, InterruptedException {
        var asked = of.stream().collect(Collectors.toMap(Function.identity(), _ -> which));
        return get(admin.listOffsets(asked).all()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().offset()));
    }

    private static <T> T get(KafkaFuture<T> answer)
            throws ExecutionException, TimeoutException, InterruptedException {
        return answer.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }
}
