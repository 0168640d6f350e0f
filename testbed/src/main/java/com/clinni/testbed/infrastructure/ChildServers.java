package com.clinni.testbed.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Kafka and PostgreSQL as children of this JVM, on a directory that is thrown away. They end when
 * their standard input does, so not even a killed test run leaves them behind.
 */
final class ChildServers {

    private static final String PASSWORD = "postgres";
    private static final int SECONDS_TO_END = 20;

    private ChildServers() {}

    static TestServers start() throws IOException, InterruptedException {
        var directory = Files.createTempDirectory("clinni-testbed-");
        var binaries =
                Path.of(System.getProperty("java.io.tmpdir"))
                        .resolve("clinni-postgres-" + System.getProperty("user.name"));
        var postgres =
                PostgresServer.prepare(
                        binaries, directory.resolve("postgres"), FreePorts.any(), PASSWORD);
        var kafkaPort = FreePorts.any();
        var children =
                List.of(
                        launch(directory.resolve("kafka.log"), kafka(directory, kafkaPort)),
                        launch(directory.resolve("postgres.log"), tied(postgres.command())));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(children, directory)));
        return new TestServers(
                "127.0.0.1:" + kafkaPort,
                "127.0.0.1:" + postgres.port(),
                "postgres",
                postgres.password());
    }

    private static List<String> kafka(Path directory, int port) {
        return ChildJvm.command(
                KafkaMain.class,
                List.of("-Xmx384m"),
                directory.resolve("kafka").toString(),
                Integer.toString(port),
                Integer.toString(FreePorts.any()),
                "with-parent");
    }

    /** A shell that interrupts the command when its standard input ends. */
    static List<String> tied(List<String> command) {
        var tied =
                new ArrayList<>(
                        List.of(
                                "sh",
                                "-c",
                                "\"$@\" & child=$!; cat >/dev/null; kill -INT $child; wait $child",
                                "tied"));
        tied.addAll(command);
        return tied;
    }

    static Process launch(Path log, List<String> command) throws IOException {
        var builder =
                new ProcessBuilder(command)
                        .directory(Path.of("/").toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().put("CLASSPATH", ChildJvm.classPath());
        return builder.start();
    }

    static void end(List<Process> children, Path directory) {
        try {
            for (var child : children) {
                child.getOutputStream().close();
            }
            for (var child : children) {
                if (!child.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                    child.destroyForcibly();
                }
            }
            Directories.delete(directory);
        } catch (IOException e) {
            children.forEach(Process::destroyForcibly);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
