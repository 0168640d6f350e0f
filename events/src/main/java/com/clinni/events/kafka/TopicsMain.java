package com.clinni.events.kafka;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * Declares every topic of the house on the broker of {@code KAFKA_BOOTSTRAP_SERVERS}, then ends.
 * Other {@code KAFKA_…} variables are settings of the connection, as for a service. Running it
 * again changes nothing, and several may run at once.
 */
public final class TopicsMain {

    private static final String PREFIX = "KAFKA_";

    private TopicsMain() {}

    public static void main(String[] arguments) throws Exception {
        try {
            KafkaTopics.declare(
                    connection(System.getenv()), TopicReplication.from(System.getenv()));
            System.out.println("topics declared");
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** What the environment says of the connection; {@code KAFKA_HEAP_OPTS} says nothing of it. */
    static Map<String, Object> connection(Map<String, String> environment) {
        var settings = new HashMap<String, Object>();
        environment.forEach(
                (name, value) -> {
                    var setting =
                            name.replace(PREFIX, "").toLowerCase(Locale.ROOT).replace('_', '.');
                    if (name.startsWith(PREFIX)
                            && AdminClientConfig.configNames().contains(setting)) {
                        settings.put(setting, value);
                    }
                });
        if (settings.getOrDefault(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "")
                .toString()
                .isBlank()) {
            throw new IllegalArgumentException("Declaring topics needs KAFKA_BOOTSTRAP_SERVERS.");
        }
        return settings;
    }
}
