package com.clinni.testbed.infrastructure;

import com.clinni.events.kafka.KafkaTopics;
import com.clinni.events.kafka.TopicReplication;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A broker of a test's own, killed and started again on its directory; the database is as ever.
 * Where it is stands in system properties, because the application under test loads this class
 * anew.
 */
public final class StoppableKafka implements QuarkusTestResourceLifecycleManager {

    private static final String PID = "stoppable-kafka.pid";
    private static final String DIRECTORY = "stoppable-kafka.directory";
    private static final String PORT = "stoppable-kafka.port";
    private static final String CONTROLLER_PORT = "stoppable-kafka.controller-port";

    /** Held, because a broker ends with its standard input. */
    private static final List<Process> STARTED = new ArrayList<>();

    @Override
    public Map<String, String> start() {
        try {
            System.setProperty(DIRECTORY, Files.createTempDirectory("clinni-kafka-").toString());
            System.setProperty(PORT, Integer.toString(FreePorts.any()));
            System.setProperty(CONTROLLER_PORT, Integer.toString(FreePorts.any()));
            launch();
            PortCheck.await(address());
            KafkaTopics.declare(address(), TopicReplication.ONE_BROKER);
        } catch (Exception e) {
            throw new IllegalStateException("Kafka could not be started.", e);
        }
        var settings = new HashMap<>(new KafkaAndPostgres().start());
        settings.put("kafka.bootstrap.servers", address());
        settings.put("consumers.standstill-after", "1s");
        return settings;
    }

    @Override
    public void stop() {
        kill();
        try (var files = Files.walk(Path.of(System.getProperty(DIRECTORY)))) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void launch() {
        var directory = Path.of(System.getProperty(DIRECTORY));
        var command =
                ChildJvm.command(
                        KafkaMain.class,
                        List.of("-Xmx256m"),
                        directory.resolve("data").toString(),
                        System.getProperty(PORT),
                        System.getProperty(CONTROLLER_PORT),
                        "with-parent");
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("kafka.log").toFile());
        builder.environment().put("CLASSPATH", ChildJvm.classPath());
        try {
            var process = builder.start();
            STARTED.add(process);
            System.setProperty(PID, Long.toString(process.pid()));
        } catch (IOException e) {
            throw new IllegalStateException("Kafka could not be started.", e);
        }
    }

    public static void kill() {
        ProcessHandle.of(Long.parseLong(System.getProperty(PID)))
                .ifPresent(
                        process -> {
                            process.destroyForcibly();
                            process.onExit().join();
                        });
    }

    private static String address() {
        return "127.0.0.1:" + System.getProperty(PORT);
    }
}
