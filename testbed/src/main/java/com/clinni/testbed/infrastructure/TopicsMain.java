package com.clinni.testbed.infrastructure;

/**
 * Declares every topic of the house on the broker of {@code KAFKA_BOOTSTRAP_SERVERS}, then ends.
 */
public final class TopicsMain {

    private TopicsMain() {}

    public static void main(String[] arguments) throws Exception {
        var servers = System.getenv("KAFKA_BOOTSTRAP_SERVERS");
        if (servers == null || servers.isBlank()) {
            System.err.println("Declaring topics needs KAFKA_BOOTSTRAP_SERVERS.");
            System.exit(1);
        }
        KafkaTopics.create(servers);
        System.out.println("topics declared");
    }
}
