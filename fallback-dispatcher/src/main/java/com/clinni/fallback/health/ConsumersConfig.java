package com.clinni.fallback.health;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a consumer counts as standing still. */
@ConfigMapping(prefix = "consumers")
public interface ConsumersConfig {

    /** How often to look; {@code off} never does. */
    @WithDefault("15s")
    String lookEvery();

    /** How long a consumer may have work and not move. */
    @WithDefault("2m")
    Duration standstillAfter();
}
