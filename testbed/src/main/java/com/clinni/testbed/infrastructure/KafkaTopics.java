package com.clinni.testbed.infrastructure;

import com.clinni.events.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Declares every topic of the house on a broker. */
public final class KafkaTopics {

    private static final String PATIENCE_MILLIS = Long.toString(Duration.ofMinutes(2).toMillis());

    private KafkaTopics() {}

    /** Waits for the broker, then creates what is not there yet. */
    public static void create(String bootstrapServers)
            throws ExecutionException, InterruptedException, IOException {
        PortCheck.await(bootstrapServers.split(",")[0]);
        var settings =
                Map.<String, Object>of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        PATIENCE_MILLIS);
        try (var admin = Admin.create(settings)) {
            var creations =
                    admin.createTopics(Topics.ALL.stream().map(KafkaTopics::declared).toList());
            for (var creation : creations.values().values()) {
                try {
                    creation.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw e;
                    }
                }
            }
        }
    }

    private static NewTopic declared(Topics.Declaration topic) {
        return new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
                .configs(
                        Map.of(
                                TopicConfig.CLEANUP_POLICY_CONFIG,
                                topic.cleanupPolicy(),
                                TopicConfig.RETENTION_MS_CONFIG,
                                Long.toString(topic.retention().toMillis()),
                                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                                Integer.toString(topic.largestRecordBytes())));
    }
}
