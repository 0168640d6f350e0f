package com.clinni.events.kafka;

import com.clinni.events.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The topics of the house on a broker: the missing ones are created. Of those that are there only
 * the number of copies that a write needs is set, because producers rely on it, and the length of a
 * segment, because patients are told when their data is gone; all else may have been changed with
 * care.
 */
public final class KafkaTopics {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private KafkaTopics() {}

    /**
     * Waits for the broker, then declares every topic.
     *
     * @throws IllegalStateException when a topic that is there has fewer copies than a write needs
     */
    public static void declare(String bootstrapServers, TopicReplication replication)
            throws ExecutionException, InterruptedException {
        declare(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers), replication);
    }

    /**
     * The same over a connection that needs more than an address.
     *
     * @param connection settings of Kafka's admin client
     */
    public static void declare(Map<String, Object> connection, TopicReplication replication)
            throws ExecutionException, InterruptedException {
        var settings = new HashMap<>(connection);
        settings.put(
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                Long.toString(PATIENCE.toMillis()));
        try (var admin = Admin.create(settings)) {
            var known = create(admin, replication);
            check(admin.describeTopics(known).allTopicNames().get().values(), replication);
            admin.incrementalAlterConfigs(
                            known.stream()
                                    .collect(
                                            Collectors.toMap(
                                                    KafkaTopics::resource,
                                                    _ ->
                                                            List.of(
                                                                    minInsync(replication),
                                                                    segment()))))
                    .all()
                    .get();
        }
    }

    /** Those that were there already. */
    private static List<String> create(Admin admin, TopicReplication replication)
            throws ExecutionException, InterruptedException {
        var known = new ArrayList<String>();
        var creations =
                admin.createTopics(
                        Topics.ALL.stream().map(topic -> declared(topic, replication)).toList());
        for (var creation : creations.values().entrySet()) {
            try {
                creation.getValue().get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
                known.add(creation.getKey());
            }
        }
        return known;
    }

    private static void check(Collection<TopicDescription> topics, TopicReplication replication) {
        for (var topic : topics) {
            for (var partition : topic.partitions()) {
                var copies = partition.replicas().size();
                if (copies < replication.minInsync()) {
                    throw new IllegalStateException(
                            "Topic %s has %d copies, and a write needs %d: give it more first."
                                    .formatted(topic.name(), copies, replication.minInsync()));
                }
            }
        }
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private static AlterConfigOp minInsync(TopicReplication replication) {
        return new AlterConfigOp(
                new ConfigEntry(
                        TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
                        Integer.toString(replication.minInsync())),
                OpType.SET);
    }

    private static AlterConfigOp segment() {
        return new AlterConfigOp(
                new ConfigEntry(
                        TopicConfig.SEGMENT_MS_CONFIG, Long.toString(Topics.SEGMENT.toMillis())),
                OpType.SET);
    }

    private static NewTopic declared(Topics.Declaration topic, TopicReplication replication) {
        return new NewTopic(
                        topic.name(),
                        Optional.of(topic.partitions()),
                        Optional.of(replication.replicas()))
                .configs(
                        Map.of(
                                TopicConfig.CLEANUP_POLICY_CONFIG,
                                topic.cleanupPolicy(),
                                TopicConfig.RETENTION_MS_CONFIG,
                                Long.toString(topic.retention().toMillis()),
                                TopicConfig.SEGMENT_MS_CONFIG,
                                Long.toString(Topics.SEGMENT.toMillis()),
                                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                                Integer.toString(topic.largestRecordBytes()),
                                TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
                                Integer.toString(replication.minInsync())));
    }
}
