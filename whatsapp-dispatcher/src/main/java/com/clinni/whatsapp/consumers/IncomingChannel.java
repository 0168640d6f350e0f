package com.clinni.whatsapp.consumers;

import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** One channel that consumes a topic, as it is configured. */
record IncomingChannel(String name, String topic, String group, String consumer) {

    private static final String PREFIX = "mp.messaging.incoming.";
    private static final String TOPIC = ".topic";

    static List<IncomingChannel> in(Config config) {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith(PREFIX) && name.endsWith(TOPIC))
                .map(name -> name.substring(PREFIX.length(), name.length() - TOPIC.length()))
                .distinct()
                .map(name -> named(name, config))
                .toList();
    }

    private static IncomingChannel named(String name, Config config) {
        return new IncomingChannel(
                name,
                config.getValue(PREFIX + name + TOPIC, String.class),
                config.getValue(PREFIX + name + ".group.id", String.class),
                config.getValue(PREFIX + name + ".client.id", String.class));
    }
}
