package com.clinni.reminders.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/** The channels that come in from Kafka. */
@ApplicationScoped
class Channels {

    private static final Pattern GROUP =
            Pattern.compile("mp\\.messaging\\.incoming\\.([^.]+)\\.group\\.id");

    private final Map<String, Source> sources = new HashMap<>();

    Channels(Config config) {
        for (var name : config.getPropertyNames()) {
            var channel = GROUP.matcher(name);
            if (channel.matches()) {
                var topic = "mp.messaging.incoming." + channel.group(1) + ".topic";
                sources.put(
                        channel.group(1),
                        new Source(
                                config.getValue(name, String.class),
                                config.getValue(topic, String.class)));
            }
        }
    }

    /** Which group reads which topic. */
    record Source(String group, String topic) {}

    Map<String, Source> incoming() {
        return Map.copyOf(sources);
    }
}
