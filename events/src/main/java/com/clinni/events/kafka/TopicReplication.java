package com.clinni.events.kafka;

import java.util.Map;

/**
 * Copies of each record. A producer that waits for all in-sync replicas is only as safe as their
 * least number: with one, a record that was acknowledged dies with its broker.
 *
 * @param replicas how many brokers keep a record
 * @param minInsync how many must have it before it is acknowledged: Kafka's {@code
 *     min.insync.replicas}
 */
public record TopicReplication(short replicas, int minInsync) {

    /** For a broker that is alone. */
    public static final TopicReplication ONE_BROKER = new TopicReplication((short) 1, 1);

    private static final String REPLICAS = "TOPICS_REPLICAS";
    private static final String MIN_INSYNC = "TOPICS_MIN_INSYNC_REPLICAS";

    public TopicReplication {
        if (minInsync < 1 || minInsync > replicas) {
            throw new IllegalArgumentException(
                    "%s must be from 1 to %s, which is %d; it is %d."
                            .formatted(MIN_INSYNC, REPLICAS, replicas, minInsync));
        }
    }

    /** Three copies, of which two are needed, unless the environment says otherwise. */
    public static TopicReplication from(Map<String, String> environment) {
        return new TopicReplication(
                (short) number(environment, REPLICAS, "3"), number(environment, MIN_INSYNC, "2"));
    }

    private static int number(Map<String, String> environment, String name, String standard) {
        var written = environment.getOrDefault(name, standard);
        try {
            return Short.parseShort(written.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is no small number.", e);
        }
    }
}
