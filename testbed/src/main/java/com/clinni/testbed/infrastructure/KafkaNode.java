package com.clinni.testbed.infrastructure;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.BinaryOperator;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka node, broker and controller together, in this JVM. A start on the same directory
 * finds the records of the last one.
 */
public final class KafkaNode implements AutoCloseable {

    private static final String NODE_ID = "1";
    private static final List<String> ONE_OF_EACH =
            List.of(
                    "offsets.topic.replication.factor",
                    "transaction.state.log.replication.factor",
                    "transaction.state.log.min.isr",
                    "transaction.state.log.num.partitions",
                    "share.coordinator.state.topic.replication.factor",
                    "share.coordinator.state.topic.min.isr",
                    "share.coordinator.state.topic.num.partitions");

    private static final BinaryOperator<Object> JOINED = (all, more) -> all + (String) more;

    private final KafkaRaftServer server;

    public KafkaNode(Path directory, String host, int port, int controllerPort) throws Exception {
        this(directory, host, port, controllerPort, List.of());
    }

    KafkaNode(
            Path directory,
            String host,
            int port,
            int controllerPort,
            List<KafkaListener> listeners)
            throws Exception {
        Files.createDirectories(directory);
        formatOnce(directory);
        var settings = settings(directory, host, port, controllerPort);
        listeners.forEach(listener -> add(listener, host, settings));
        server = started(settings);
    }

    /**
     * One with settings of its own.
     *
     * @param more those that name listeners are added to ours, with a comma before them
     */
    KafkaNode(Path directory, String host, int port, int controllerPort, Map<String, String> more)
            throws Exception {
        Files.createDirectories(directory);
        formatOnce(directory);
        var settings = settings(directory, host, port, controllerPort);
        more.forEach((key, value) -> settings.merge(key, value, JOINED));
        server = started(settings);
    }

    private static KafkaRaftServer started(Properties settings) {
        var server = new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
        server.startup();
        return server;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    void await() {
        server.awaitShutdown();
    }

    private static Properties settings(Path directory, String host, int port, int controllerPort) {
        var settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", NODE_ID);
        settings.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
        settings.put(
                "listeners",
                "PLAINTEXT://%s:%d,CONTROLLER://127.0.0.1:%d"
                        .formatted(host, port, controllerPort));
        settings.put("advertised.listeners", "PLAINTEXT://%s:%d".formatted(host, port));
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", directory.toString());
        ONE_OF_EACH.forEach(key -> settings.put(key, "1"));
        settings.put("offsets.topic.num.partitions", "5");
        settings.put("auto.create.topics.enable", "false");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("log.cleaner.dedupe.buffer.size", "2097152");
        settings.put("num.network.threads", "1");
        settings.put("num.io.threads", "2");
        settings.put("background.threads", "2");
        return settings;
    }

    private static void add(KafkaListener more, String host, Properties settings) {
        var name = more.name();
        settings.merge("listeners", ",%s://%s:%d".formatted(name, host, more.port()), JOINED);
        settings.merge(
                "advertised.listeners",
                ",%s://%s:%d".formatted(name, host, more.advertisedPort()),
                JOINED);
        settings.merge("listener.security.protocol.map", ",%s:PLAINTEXT".formatted(name), JOINED);
    }

    /** A directory is formatted before its first start only: formatting again would lose it. */
    private static void formatOnce(Path directory) throws Exception {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        new Formatter()
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(Integer.parseInt(NODE_ID))
                .setControllerListenerName("CONTROLLER")
                .addDirectory(directory.toString())
                .setMetadataLogDirectory(directory.toString())
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setUnstableFeatureVersionsEnabled(false)
                .setIgnoreFormatted(true)
                .setPrintStream(silence())
                .run();
    }

    private static PrintStream silence() throws IOException {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }
}
