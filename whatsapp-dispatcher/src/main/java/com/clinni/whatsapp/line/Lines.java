package com.clinni.whatsapp.line;

import com.clinni.events.Cause;
import com.clinni.whatsapp.line.health.HealthSource;
import com.clinni.whatsapp.line.health.LineHealth;
import com.clinni.whatsapp.line.health.LineStatuses;
import io.quarkus.runtime.Startup;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** The configured lines. */
@ApplicationScoped
@Startup
public class Lines {

    private final Map<String, Line> byName = new TreeMap<>();
    private final List<String> names;

    Lines(
            WhatsAppConfig config,
            Gateways gateways,
            LineHealth health,
            LineStatuses statuses,
            @VirtualThreads ExecutorService threads) {
        config.lines()
                .forEach(
                        (name, line) ->
                                byName.put(
                                        name,
                                        new Line(
                                                name,
                                                line,
                                                gateways.of(line),
                                                threads,
                                                guard(name, line, health))));
        names = new ArrayList<>(byName.keySet());
        statuses.open(names);
    }

    public Collection<Line> all() {
        return byName.values();
    }

    public Optional<Line> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * The line of a recipient: always the same one while the lines are the same, so that a patient
     * hears from one number.
     *
     * @param recipient anything that tells recipients apart
     */
    public String lineFor(@Nullable String recipient) {
        return recipient == null
                ? names.getFirst()
                : names.get(Math.floorMod(recipient.hashCode(), names.size()));
    }

    private static LineGuard guard(String name, LineConfig line, LineHealth health) {
        return new BreakerGuard(
                "whatsapp-line-" + name,
                line,
                () -> health.failedForSure(name, HealthSource.SEND, Cause.GATEWAY_UNREACHABLE));
    }
}
