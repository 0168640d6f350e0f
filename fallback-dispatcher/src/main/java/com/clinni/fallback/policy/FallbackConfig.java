package com.clinni.fallback.policy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;

/** Settings of sending messages over another channel. */
@ConfigMapping(prefix = "fallback")
public interface FallbackConfig {

    /** How often to look for work, e.g. {@code 1s}; {@code off} never does. */
    @WithDefault("1s")
    String pollEvery();

    /** How many messages of one channel may be on their way at once. */
    @WithDefault("8")
    @Min(1)
    @Max(64)
    int slots();

    /**
     * How long an intent holds before another node may think that its node died: with the polls
     * that follow, what a dead node had is taken over within a minute.
     */
    @WithDefault("PT50S")
    Duration lease();

    /** How long to wait after each failed attempt; the last one goes on. */
    @WithDefault("PT30S,PT1M,PT2M,PT5M,PT10M,PT20M,PT40M")
    List<Duration> backoff();

    /** How long before send-before a channel in trouble makes way for the next one. */
    @WithDefault("PT10M")
    Duration lastChance();

    /**
     * How long a message waits at least before it goes back to WhatsApp; twice as long with each
     * generation, up to 32 times.
     */
    @WithDefault("PT30S")
    Duration handBackAfter();

    /** How long to wait before finding out what became of a send in doubt. */
    @WithDefault("PT20S")
    Duration doubtPause();

    /** How long a doubt may last. */
    @WithDefault("PT10M")
    Duration doubtLasts();

    /** How often the gauges of what needs attention are read. */
    @WithDefault("15s")
    String gaugeEvery();
}
