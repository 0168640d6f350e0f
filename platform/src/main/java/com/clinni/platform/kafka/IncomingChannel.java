package com.clinni.platform.kafka;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/**
 * A channel that consumes topics, as it is configured.
 *
 * @param consumer this node's name in the group
 */
record IncomingChannel(String name, Set<String> topics, String group, String consumer) {

    private static final String PREFIX = "mp.messaging.incoming.";
    private static final Pattern GROUP =
            Pattern.compile(Pattern.quote(PREFIX) + "([^.]+)\\.group\\.id");

    /** All that are configured. */
    static List<IncomingChannel> in(Config config) {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .flatMap(name -> GROUP.matcher(name).results())
                .map(match -> match.group(1))
                .distinct()
                .sorted()
                .map(name -> named(name, config))
                .toList();
    }

    private static IncomingChannel named(String name, Config config) {
        var topics =
                config.getOptionalValue(PREFIX + name + ".topics", String.class)
                        .or(() -> config.getOptionalValue(PREFIX + name + ".topic", String.class))
                        .orElse(name);
        return new IncomingChannel(
                name,
                Set.of(topics.strip().split("\\s*,\\s*")),
                config.getValue(PREFIX + name + ".group.id", String.class),
                config.getValue(PREFIX + name + ".client.id", String.class));
    }
}
