package com.clinni.testbed.infrastructure;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * For tests: a real Kafka with every topic of the house, and a fresh database on a real PostgreSQL.
 * Both are started once per test run and end with it; each start of an application gets a database
 * of its own.
 */
public final class KafkaAndPostgres implements QuarkusTestResourceLifecycleManager {

    private static final String LAST = "com.clinni.testbed.last-database";

    @Override
    public Map<String, String> start() {
        try {
            var servers = TestServers.running();
            var name = "test_" + UUID.randomUUID().toString().replace("-", "");
            servers.databases().create(name, name, name);
            System.setProperty(LAST, name);
            return settings(servers.kafka(), servers.jdbcUrl(name), name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Kafka and PostgreSQL started.", e);
        } catch (Exception e) {
            throw new IllegalStateException("Kafka and PostgreSQL could not be started.", e);
        }
    }

    /** How a service connects to a broker, and to a database that was made with these passwords. */
    static Map<String, String> settings(String kafka, String jdbcUrl, String name) {
        return Map.of(
                "kafka.bootstrap.servers",
                kafka,
                "quarkus.datasource.jdbc.url",
                jdbcUrl,
                "quarkus.datasource.username",
                PostgresDatabases.runtimeRole(name),
                "quarkus.datasource.password",
                name,
                "quarkus.flyway.username",
                name,
                "quarkus.flyway.password",
                name);
    }

    static String lastDatabase() {
        return Objects.requireNonNull(System.getProperty(LAST), "no database was made");
    }

    /** The servers serve the tests that follow; they end with this JVM. */
    @Override
    public void stop() {}
}
