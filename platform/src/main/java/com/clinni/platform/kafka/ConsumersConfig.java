package com.clinni.platform.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the watch over consumers. */
@ConfigMapping(prefix = "consumers")
interface ConsumersConfig {

    /** How often their positions are looked at; {@code off} never. */
    @WithDefault("15s")
    String lookEvery();

    /** How long a consumer may stand still with records before it. */
    @WithDefault("2m")
    Duration standstillAfter();
}
