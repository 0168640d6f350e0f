package com.clinni.whatsapp.message;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Settings of the loops that move messages. Every {@code …-every} may be {@code off}. */
@ConfigMapping(prefix = "dispatch")
public interface DispatchConfig {

    /** How often lines with nothing under way look for messages to send. */
    @WithDefault("1s")
    String pollEvery();

    /** How often messages without a client id are prepared. */
    @WithDefault("1s")
    String prepareEvery();

    /** How often expiry, quiet hours and the hand-over to the fallback are looked at. */
    @WithDefault("2s")
    String handoverEvery();

    /** How often lines look for replies to send to people who wrote. */
    @WithDefault("1s")
    String repliesEvery();

    /** How many reminders could leave between two replies of a paced line. */
    @WithDefault("2")
    @Min(1)
    @Max(100)
    int slotsBetweenReplies();

    /** How often states are counted for the metrics. */
    @WithDefault("10s")
    String gaugesEvery();

    /** By how much a lease outlasts the call it is for. */
    @WithDefault("15s")
    Duration leaseMargin();

    /** How long before they are due messages are prepared. */
    @WithDefault("1m")
    Duration prepareAhead();

    /** How many prepared messages of a line may wait for their turn. */
    @WithDefault("50")
    @Min(1)
    @Max(1000)
    int preparedAtMost();

    /** With a line down, how long before its send-before a message goes to the fallback. */
    @WithDefault("10m")
    Duration lastCall();

    /**
     * With more waiting than the line can send, how long before its send-before a message must have
     * left, so that the fallback is in time for those that have not.
     */
    @WithDefault("20s")
    Duration timeToFallBack();

    /** The first wait after a send that failed; it doubles each time. */
    @WithDefault("2s")
    Duration backoffFirst();

    @WithDefault("2m")
    Duration backoffMost();

    /**
     * How often a message may be proved not to have been sent, or its number not be looked up, on a
     * line that works, before it alone is handed over.
     */
    @WithDefault("3")
    @Min(1)
    @Max(100)
    int absencesAtMost();

    /** How many rows one statement of the loops moves. */
    @WithDefault("500")
    @Min(1)
    @Max(1000)
    int batchSize();
}
