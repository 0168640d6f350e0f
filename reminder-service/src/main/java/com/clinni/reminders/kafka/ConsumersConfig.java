package com.clinni.reminders.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a consumer counts as standing still. */
@ConfigMapping(prefix = "consumers")
interface ConsumersConfig {

    /** How often to look how far the consumers are; {@code off} never does. */
    @WithDefault("15s")
    String lookEvery();

    /** A consumer that has something to read and has not moved for this long stands still. */
    @WithDefault("2m")
    Duration standstillAfter();
}
