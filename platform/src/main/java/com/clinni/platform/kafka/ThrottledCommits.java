package com.clinni.platform.kafka;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.commit.ContextHolder;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import io.smallrye.reactive.messaging.kafka.commit.KafkaThrottledLatestProcessedCommit;
import io.vertx.mutiny.core.Context;
import io.vertx.mutiny.core.Vertx;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.TopicPartition;

/**
 * The connector's throttled commits of one channel, ended once. Ending waits for what is being
 * stored; asked a second time, after its consumer was closed, it would only wait again.
 */
final class ThrottledCommits extends ContextHolder implements KafkaCommitHandler {

    private final KafkaThrottledLatestProcessedCommit throttled;
    private final AtomicBoolean isEnded = new AtomicBoolean();

    ThrottledCommits(Vertx vertx, KafkaThrottledLatestProcessedCommit throttled) {
        super(vertx, throttled.getTimeoutInMillis());
        this.throttled = throttled;
    }

    @Override
    public void capture(Context context) {
        super.capture(context);
        throttled.capture(context);
    }

    @Override
    public void capture(io.vertx.core.Context context) {
        super.capture(context);
        throttled.capture(context);
    }

    @Override
    public <K, V> Multi<IncomingKafkaRecord<K, V>> decorateStream(
            Multi<IncomingKafkaRecord<K, V>> records) {
        return throttled.decorateStream(records);
    }

    @Override
    public <K, V> Uni<IncomingKafkaRecord<K, V>> received(IncomingKafkaRecord<K, V> message) {
        return throttled.received(message);
    }

    @Override
    public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> message) {
        return throttled.handle(message);
    }

    @Override
    public void partitionsAssigned(Collection<TopicPartition> partitions) {
        throttled.partitionsAssigned(partitions);
    }

    @Override
    public void partitionsRevoked(Collection<TopicPartition> partitions) {
        throttled.partitionsRevoked(partitions);
    }

    @Override
    public void terminate(boolean isGraceful) {
        if (isEnded.compareAndSet(false, true)) {
            throttled.terminate(isGraceful);
        }
    }
}
