package com.clinni.fallback.health;

import com.clinni.fallback.health.ConsumerGroups.Membership;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** The channels we consume, as they are configured. */
@ApplicationScoped
class Channels {

    private static final String PREFIX = "mp.messaging.incoming.";
    private static final Pattern GROUP =
            Pattern.compile(Pattern.quote(PREFIX) + "([^.]+)\\.group\\.id");

    private final Config config;

    Channels(Config config) {
        this.config = config;
    }

    List<Membership> all() {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .flatMap(name -> GROUP.matcher(name).results())
                .map(match -> match.group(1))
                .distinct()
                .map(this::membership)
                .toList();
    }

    private Membership membership(String channel) {
        var topics =
                config.getOptionalValue(PREFIX + channel + ".topics", String.class)
                        .or(
                                () ->
                                        config.getOptionalValue(
                                                PREFIX + channel + ".topic", String.class))
                        .orElse(channel);
        return new Membership(
                channel,
                config.getValue(PREFIX + channel + ".group.id", String.class),
                config.getOptionalValue(PREFIX + channel + ".client.id", String.class).orElse(""),
                Set.of(topics.split("\\s*,\\s*")));
    }
}
