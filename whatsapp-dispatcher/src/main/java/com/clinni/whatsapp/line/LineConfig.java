package com.clinni.whatsapp.line;

import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Settings of one line: a number behind a gateway session. */
public interface LineConfig {

    /** Which gateway speaks for this line. */
    @WithDefault("WAHA")
    GatewayKind gateway();

    /** Who is behind it; when it does not say, nobody on this machine and real people elsewhere. */
    Optional<Provider> provider();

    /** The gateway's base address. */
    URI url();

    @WithDefault("default")
    String session();

    /** The gateway's key. From the environment only. */
    Optional<String> apiKey();

    /** What the gateway signs its webhooks with. Without it every webhook is refused. */
    Optional<String> webhookKey();

    /** The key before this one, while it is being replaced. */
    Optional<String> webhookKeyBefore();

    /** How many sends of one pod may be under way at once. */
    @WithDefault("4")
    @Min(1)
    @Max(64)
    int slots();

    /** From the start of a call to the last byte of its answer. */
    @WithDefault("10s")
    Duration callTimeout();

    @WithDefault("2s")
    Duration connectTimeout();

    /** The shortest time between two sends of all pods together; 0 sends as fast as it goes. */
    @WithDefault("6s")
    Duration sendInterval();

    /** By how much of the interval a gap may be longer, at random. */
    @WithDefault("0.5")
    @DecimalMin("0")
    @DecimalMax("0.9")
    double sendJitter();

    /** How long a line that was away takes to come back to its rate, a quarter of it at first. */
    @WithDefault("5m")
    Duration rampUp();

    /** How long nothing is sent after a 429 that does not say. */
    @WithDefault("30s")
    Duration rateLimitPause();

    /** How often a line that is down because sends fail gets one message to try. */
    @WithDefault("30s")
    Duration probeEvery();

    /** The same for a line that WhatsApp restricted, where trying makes it worse. */
    @WithDefault("30m")
    Duration restrictedProbeEvery();

    /**
     * How many messages the gateway may have taken and WhatsApp not confirmed before the next one
     * waits: as many are at stake on a line that says yes and delivers nothing.
     */
    @WithDefault("20")
    @Min(1)
    @Max(10_000)
    int exposure();

    /** A number of our own, E.164, that is written to in order to find out if the line works. */
    Optional<String> canary();

    SilenceConfig silence();

    /** Over how many sends the breaker looks; half of them failing opens it. */
    @WithDefault("4")
    @Min(2)
    int breakerCalls();

    /** Without a number of our own, trying a silent line takes messages too: some are kept back. */
    default int exposedAtMost() {
        return canary().isPresent() ? exposure() : exposure() - exposure() / 4;
    }

    /** Every key a webhook may be signed with now. */
    default List<String> webhookKeys() {
        return Stream.of(webhookKey(), webhookKeyBefore()).flatMap(Optional::stream).toList();
    }

    /** Whether sends are spaced out. */
    default boolean isPaced() {
        return sendInterval().isPositive();
    }
}
