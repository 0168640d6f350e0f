package com.clinni.events.kafka;

import org.jspecify.annotations.Nullable;

/**
 * Declares every topic of the house on the broker of {@code KAFKA_BOOTSTRAP_SERVERS}, then ends.
 * Running it again changes nothing, and several may run at once.
 */
public final class TopicsMain {

    private TopicsMain() {}

    public static void main(String[] arguments) throws Exception {
        try {
            KafkaTopics.declare(
                    servers(System.getenv("KAFKA_BOOTSTRAP_SERVERS")),
                    TopicReplication.from(System.getenv()));
            System.out.println("topics declared");
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static String servers(@Nullable String written) {
        if (written == null || written.isBlank()) {
            throw new IllegalArgumentException("Declaring topics needs KAFKA_BOOTSTRAP_SERVERS.");
        }
        return written;
    }
}
