package com.clinni.appointments.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The settings by which a reminder counts as one that met an outage. */
@ConfigMapping(prefix = "report.outage")
interface OutageConfig {

    /** How long before the month a reminder may have been due and still be under way in it. */
    @WithDefault("7d")
    Duration lookBack();

    /**
     * How long before an outage's beginning and after its end a failure counts as its own: a line
     * is called down after a few attempts failed, and what waited falls back a moment later.
     */
    @WithDefault("5m")
    Duration margin();
}
