package com.clinni.testbed.conformance;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.providers.impl.ConnectorConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.Config;

/**
 * The channels of a running service beside the settings that every channel is promised. They are
 * read where they count: in the clients that run, and as the connector reads its configuration.
 *
 * @param kafka the clients of a running service
 * @param config the configuration that it was started with
 */
record PromisedChannels(KafkaClientService kafka, Config config) {

    private static final String INCOMING = "mp.messaging.incoming.";
    private static final Pattern CHANNEL =
            Pattern.compile(Pattern.quote(INCOMING) + "([^.]+)\\.connector");

    private static final Map<String, String> CONSUMER =
            Map.of(
                    "auto.offset.reset", "earliest",
                    "enable.auto.commit", "false",
                    "max.poll.records", "500",
                    "session.timeout.ms", "10000",
                    "default.api.timeout.ms", "5000",
                    "partition.assignment.strategy", CooperativeStickyAssignor.class.getName(),
                    "key.deserializer", StringDeserializer.class.getName(),
                    "value.deserializer", ByteArrayDeserializer.class.getName());
    private static final Map<String, String> PRODUCER =
            Map.of(
                    "acks", "all",
                    "enable.idempotence", "true",
                    "delivery.timeout.ms", "5000",
                    "request.timeout.ms", "2000",
                    "linger.ms", "5",
                    "max.request.size", "2097152",
                    "key.serializer", StringSerializer.class.getName(),
                    "value.serializer", ByteArraySerializer.class.getName());
    private static final Map<String, String> CONNECTOR =
            Map.of(
                    "commit-strategy", "throttled",
                    "throttled.unprocessed-record-max-age.ms", "604800000",
                    "batch", "true",
                    "cloud-events", "false");

    /** How channels differ from what was promised, a sentence each; empty if none does. */
    List<String> deviations() {
        var found = new ArrayList<String>();
        var consumers = new TreeSet<>(kafka.getConsumerChannels());
        if (consumers.isEmpty() || !consumers.equals(configured())) {
            found.add("Channels %s consume, not %s.".formatted(consumers, configured()));
        }
        for (var channel : consumers) {
            var running = kafka.getConsumer(channel).configuration();
            compare(found, channel, CONSUMER, running);
            compare(found, channel, CONNECTOR, connector(channel));
            if (!String.valueOf(running.get("client.id")).startsWith(node() + "-")) {
                found.add("The client.id of %s does not begin with the node.".formatted(channel));
            }
        }
        for (var channel : kafka.getProducerChannels()) {
            compare(found, channel, PRODUCER, kafka.getProducer(channel).configuration());
        }
        found.addAll(sharedGroups(consumers));
        return found;
    }

    private String node() {
        return config.getValue("clinni.node", String.class);
    }

    private Set<String> configured() {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .flatMap(name -> CHANNEL.matcher(name).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Read as the connector reads it, by its own classes. */
    private Map<String, ?> connector(String channel) {
        var read = new KafkaConnectorIncomingConfiguration(new Channel(config, channel));
        return Map.of(
                "commit-strategy", read.getCommitStrategy().orElse(""),
                "throttled.unprocessed-record-max-age.ms",
                        read.getThrottledUnprocessedRecordMaxAgeMs(),
                "batch", read.getBatch(),
                "cloud-events", read.getCloudEvents());
    }

    /** A group of two channels would be balanced between different topics at every change. */
    private List<String> sharedGroups(Set<String> consumers) {
        var channels = new TreeMap<String, String>();
        var found = new ArrayList<String>();
        for (var channel : consumers) {
            var group = String.valueOf(kafka.getConsumer(channel).configuration().get("group.id"));
            var other = channels.put(group, channel);
            if (other != null) {
                found.add("%s and %s are one group.".formatted(other, channel));
            }
        }
        return found;
    }

    private static void compare(
            List<String> found, String channel, Map<String, String> promised, Map<String, ?> is) {
        for (var each : new TreeMap<>(promised).entrySet()) {
            var value = String.valueOf(is.get(each.getKey()));
            if (!value.equals(each.getValue())) {
                found.add(
                        "%s of %s is %s instead of %s."
                                .formatted(each.getKey(), channel, value, each.getValue()));
            }
        }
    }

    private static final class Channel extends ConnectorConfig {

        Channel(Config config, String name) {
            super(INCOMING, config, name);
        }
    }
}
