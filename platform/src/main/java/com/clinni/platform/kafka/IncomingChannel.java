package com.clinni.platform.kafka;

import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/**
 * A channel that consumes topics, as it is configured.
 *
 * @param consumer this node's name in the group
 */
record IncomingChannel(String name, Set<String> topics, String group, String consumer) {

    /** All that are configured. */
    static List<IncomingChannel> in(Config config) {
        return ChannelSettings.all(ChannelSettings.INCOMING, config).stream()
                .map(IncomingChannel::of)
                .toList();
    }

    private static IncomingChannel of(ChannelSettings settings) {
        var topics =
                settings.get("topics").or(() -> settings.get("topic")).orElse(settings.channel());
        return new IncomingChannel(
                settings.channel(),
                Set.of(topics.strip().split("\\s*,\\s*")),
                settings.required("group.id"),
                settings.required("client.id"));
    }
}
