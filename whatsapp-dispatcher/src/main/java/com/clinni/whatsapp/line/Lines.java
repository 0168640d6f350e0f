package com.clinni.whatsapp.line;

import com.clinni.events.Cause;
import com.clinni.platform.access.ActsForService;
import com.clinni.platform.access.CallerThreads;
import com.clinni.whatsapp.line.health.HealthSource;
import com.clinni.whatsapp.line.health.LineHealth;
import com.clinni.whatsapp.line.health.LineStatuses;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The configured lines. */
@ApplicationScoped
public class Lines {

    private final Map<String, Line> byName = new TreeMap<>();
    private final List<String> names;

    Lines(WhatsAppConfig config, Gateways gateways, LineHealth health, CallerThreads threads) {
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
    }

    /** Every line has its row before anything asks for it. */
    @ActsForService("open-lines")
    void open(@Observes StartupEvent start, LineStatuses statuses) {
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
