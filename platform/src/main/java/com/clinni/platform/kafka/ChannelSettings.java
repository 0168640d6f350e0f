package com.clinni.platform.kafka;

import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/**
 * The settings of one channel as the connector reads them: the channel's own, else what all
 * channels of the connector have in common.
 *
 * @param prefix what the channel's own settings begin with, last dot included
 */
record ChannelSettings(String prefix, Config config) {

    static final String INCOMING = "mp.messaging.incoming.";
    static final String OUTGOING = "mp.messaging.outgoing.";

    private static final String COMMON = "mp.messaging.connector.smallrye-kafka.";
    private static final String CONNECTOR = ".connector";

    /** All channels of one direction, by name. */
    static List<ChannelSettings> all(String direction, Config config) {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith(direction) && name.endsWith(CONNECTOR))
                .map(name -> name.substring(0, name.length() - CONNECTOR.length() + 1))
                .distinct()
                .sorted()
                .map(prefix -> new ChannelSettings(prefix, config))
                .toList();
    }

    /** The channel's name. */
    String channel() {
        return prefix.substring(INCOMING.length(), prefix.length() - 1);
    }

    /** What is in force for an attribute. */
    Optional<String> get(String attribute) {
        return config.getOptionalValue(prefix + attribute, String.class)
                .or(() -> config.getOptionalValue(COMMON + attribute, String.class));
    }

    /** What is in force for an attribute that each channel must have. */
    String required(String attribute) {
        return get(attribute)
                .orElseThrow(() -> new IllegalStateException(prefix + attribute + " is not set"));
    }
}
