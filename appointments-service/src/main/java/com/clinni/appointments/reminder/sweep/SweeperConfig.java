package com.clinni.appointments.reminder.sweep;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;

/**
 * The settings of the sweeper: when a reminder counts as forgotten, and who must have had the
 * chance to report on it.
 */
@ConfigMapping(prefix = "sweeper")
interface SweeperConfig {

    /** How often to look; {@code off} never does. */
    @WithDefault("60s")
    String every();

    /** A published reminder that nothing was reported on for this long may be lost. */
    @WithDefault("3m")
    Duration lostAfter();

    /** A reminder without a final state this long after its send-before is shown. */
    @WithDefault("15m")
    Duration unfinishedAfter();

    /** How many forgotten or unfinished reminders one look finds of each kind. */
    @WithDefault("1000")
    @Min(1)
    int batchSize();

    /** How far back reminders are looked at. */
    @WithDefault("3d")
    Duration looksBack();

    /** How many visits to come one look compares with the rules; the next one goes on there. */
    @WithDefault("5000")
    @Min(1)
    int visitsPerLook();

    /**
     * The consumer groups between a publication and its report, each with its topic: while one of
     * them is behind, nothing counts as lost.
     */
    Map<String, String> followers();
}
