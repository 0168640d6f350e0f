package com.clinni.appointments;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/** Refuses to start with settings that would lose reminders or show them to strangers. */
class StartCheck {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");
    private static final Pattern CHANNEL =
            Pattern.compile("mp\\.messaging\\.(incoming|outgoing)\\.([^.]+)\\.connector");

    void onStart(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start,
            Config config) {
        refusal(config)
                .ifPresent(
                        sentence -> {
                            throw new IllegalStateException(sentence);
                        });
    }

    static Optional<String> refusal(Config config) {
        var host = config.getValue("quarkus.http.host", String.class);
        var exposure = config.getValue("clinni.exposure", String.class);
        if (!Set.of("loopback", "private-network").contains(exposure)) {
            return Optional.of("clinni.exposure must be loopback or private-network.");
        }
        if (exposure.equals("loopback") && !LOOPBACK.contains(host)) {
            return Optional.of(
                    "There is no sign-in yet: quarkus.http.host must be a loopback address, or"
                            + " clinni.exposure=private-network must say that something else guards"
                            + " the door.");
        }
        for (var name : config.getPropertyNames()) {
            var channel = CHANNEL.matcher(name);
            if (channel.matches()) {
                var refusal = refusal(config, channel.group(1), channel.group(2));
                if (refusal.isPresent()) {
                    return refusal;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> refusal(Config config, String direction, String channel) {
        var prefix = "mp.messaging." + direction + "." + channel + ".";
        if (direction.equals("outgoing") && !says(config, prefix + "acks", "all")) {
            return Optional.of(prefix + "acks must be all, or a broker's death loses reminders.");
        }
        if (direction.equals("outgoing") && !says(config, prefix + "enable.idempotence", "true")) {
            return Optional.of(
                    prefix + "enable.idempotence must be true, or a retry stores an event twice.");
        }
        if (direction.equals("incoming")
                && !says(config, prefix + "commit-strategy", "throttled")) {
            return Optional.of(
                    prefix + "commit-strategy must be throttled, or what is in hand is lost.");
        }
        if (direction.equals("incoming")
                && !says(config, prefix + "auto.offset.reset", "earliest")) {
            return Optional.of(
                    prefix + "auto.offset.reset must be earliest, or first events are skipped.");
        }
        return Optional.empty();
    }

    private static boolean says(Config config, String key, String wanted) {
        return config.getOptionalValue(key, String.class).filter(wanted::equals).isPresent();
    }
}
