package com.clinni.reminders.rendering;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of messages that other services request. */
@ConfigMapping(prefix = "requests")
interface RequestConfig {

    /** How long a request waits for a clinic that nobody has told of yet. */
    @WithDefault("PT15M")
    Duration waitForClinic();

    /** How often those that wait are looked at. */
    @WithDefault("1s")
    String lookEvery();

    /** How many of them are rendered at once. */
    @WithDefault("200")
    int batchSize();
}
