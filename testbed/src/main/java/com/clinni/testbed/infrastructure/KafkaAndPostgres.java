package com.clinni.testbed.infrastructure;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.UUID;

/**
 * For tests: a real Kafka with every topic of the house, and a fresh database on a real PostgreSQL.
 * Both are started once per test run and end with it; each start of an application gets a database
 * of its own.
 */
public final class KafkaAndPostgres implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        try {
            var servers = TestServers.running();
            var name = "test_" + UUID.randomUUID().toString().replace("-", "");
            servers.databases().create(name, name, name);
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
                name,
                "quarkus.datasource.password",
                name);
    }

    /** The servers serve the tests that follow; they end with this JVM. */
    @Override
    public void stop() {}
}
