package com.clinni.testbed.infrastructure;

import java.util.stream.Stream;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Kafka and PostgreSQL as containers, removed by Testcontainers when this JVM has ended. */
final class ContainerServers {

    private static final String MOST_CONNECTIONS = "200";

    private ContainerServers() {}

    private static String[] command() {
        return Stream.concat(
                        Stream.of("postgres"),
                        Stream.concat(
                                        Stream.of("max_connections=" + MOST_CONNECTIONS),
                                        PostgresServer.TERSE.stream())
                                .flatMap(setting -> Stream.of("-c", setting)))
                .toArray(String[]::new);
    }

    @SuppressWarnings("resource") // they serve until this JVM ends
    static TestServers start() {
        var kafka =
                new KafkaContainer("apache/kafka:4.1.1")
                        .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                        .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
        var postgres =
                new PostgreSQLContainer("postgres:17-alpine")
                        .withDatabaseName("postgres")
                        .withCommand(command());
        kafka.start();
        postgres.start();
        return new TestServers(
                kafka.getBootstrapServers(),
                postgres.getHost() + ":" + postgres.getMappedPort(5432),
                postgres.getUsername(),
                postgres.getPassword());
    }
}
