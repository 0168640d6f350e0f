package com.clinni.testbed.infrastructure;

import com.clinni.events.kafka.KafkaTopics;
import com.clinni.events.kafka.TopicReplication;
import java.util.Properties;

/**
 * The Kafka and the PostgreSQL of this test run. Their addresses are kept in the system properties,
 * because each application under test loads this class anew.
 */
record TestServers(String kafka, String postgres, String adminUser, String adminPassword) {

    private static final String KEY = "com.clinni.testbed.servers";

    static TestServers running() throws Exception {
        var memory = System.getProperties();
        synchronized (memory) {
            if (!memory.containsKey(KEY + ".kafka")) {
                var servers =
                        switch (ServerKind.wanted(memory, DockerEngine::answers)) {
                            case CONTAINERS -> ContainerServers.start();
                            case PROCESSES -> ChildServers.start();
                        };
                PortCheck.await(servers.kafka());
                KafkaTopics.declare(servers.kafka(), TopicReplication.ONE_BROKER);
                servers.databases().await();
                servers.remember(memory);
            }
            return recall(memory);
        }
    }

    PostgresDatabases databases() {
        return new PostgresDatabases(jdbcUrl("postgres"), adminUser, adminPassword);
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://%s/%s".formatted(postgres, database);
    }

    private void remember(Properties memory) {
        memory.setProperty(KEY + ".kafka", kafka);
        memory.setProperty(KEY + ".postgres", postgres);
        memory.setProperty(KEY + ".admin-user", adminUser);
        memory.setProperty(KEY + ".admin-password", adminPassword);
    }

    private static TestServers recall(Properties memory) {
        return new TestServers(
                memory.getProperty(KEY + ".kafka"),
                memory.getProperty(KEY + ".postgres"),
                memory.getProperty(KEY + ".admin-user"),
                memory.getProperty(KEY + ".admin-password"));
    }
}
