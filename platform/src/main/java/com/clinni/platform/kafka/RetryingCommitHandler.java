package com.clinni.platform.kafka;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import io.smallrye.reactive.messaging.kafka.commit.KafkaThrottledLatestProcessedCommit;
import io.smallrye.reactive.messaging.kafka.impl.ReactiveKafkaConsumer;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.TimeoutException;
import org.jboss.logging.Logger;

/**
 * The connector's strategy {@code throttled}, which this stands in for, but patient. At a
 * partition's first record it asks how far the group is, and if the broker does not say so in time
 * the channel ends for good. While a group rebalances the broker cannot say it: the question waits
 * behind the joining. Here it is asked again until it is answered.
 */
@ApplicationScoped
@Alternative
@Priority(1)
@Identifier("throttled")
class RetryingCommitHandler implements KafkaCommitHandler.Factory {

    private static final Logger LOG = Logger.getLogger(RetryingCommitHandler.class);
    private static final String HOW_FAR = "committed";

    private static final Duration PAUSED_WITHIN = Duration.ofSeconds(2);

    private final KafkaCommitHandler.Factory throttled =
            new KafkaThrottledLatestProcessedCommit.Factory();

    private final ConsumersClosing closing;

    RetryingCommitHandler(ConsumersClosing closing) {
        this.closing = closing;
    }

    @Override
    public KafkaCommitHandler create(
            KafkaConnectorIncomingConfiguration channel,
            Vertx vertx,
            KafkaConsumer<?, ?> consumer,
            BiConsumer<Throwable, Boolean> failure) {
        var commits =
                new ThrottledCommits(
                        vertx,
                        (KafkaThrottledLatestProcessedCommit)
                                throttled.create(channel, vertx, patient(consumer), failure));
        closing.add(() -> close(consumer, commits));
        return commits;
    }

    /**
     * As the connector would: nothing more is read, what was stored is committed, and it leaves.
     */
    private static void close(KafkaConsumer<?, ?> consumer, ThrottledCommits commits) {
        try {
            pause(consumer);
            commits.terminate(true);
        } finally {
            ((ReactiveKafkaConsumer<?, ?>) consumer).close();
        }
    }

    private static <K, V> void pause(KafkaConsumer<K, V> consumer) {
        java.util.function.Consumer<Consumer<K, V>> pausing =
                client -> client.pause(client.assignment());
        try {
            consumer.runOnPollingThread(pausing).await().atMost(PAUSED_WITHIN);
        } catch (io.smallrye.mutiny.TimeoutException e) {
            LOG.debug("a consumer waits for its broker and is not paused");
        }
    }

    private static KafkaConsumer<?, ?> patient(KafkaConsumer<?, ?> consumer) {
        return (KafkaConsumer<?, ?>)
                Proxy.newProxyInstance(
                        KafkaConsumer.class.getClassLoader(),
                        new Class<?>[] {KafkaConsumer.class},
                        (_, method, arguments) -> call(consumer, method, arguments));
    }

    private static Object call(KafkaConsumer<?, ?> consumer, Method method, Object[] arguments)
            throws Throwable {
        try {
            var answer = method.invoke(consumer, arguments);
            return method.getName().equals(HOW_FAR)
                    ? ((Uni<?>) answer).onFailure(TimeoutException.class).retry().indefinitely()
                    : answer;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
