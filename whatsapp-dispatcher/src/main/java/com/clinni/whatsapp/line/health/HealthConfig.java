package com.clinni.whatsapp.line.health;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;

/** Settings of when trouble on a line counts. */
@ConfigMapping(prefix = "whatsapp")
interface HealthConfig {

    /** After how many unreachable answers in a row a line counts as down. */
    @WithDefault("2")
    @Positive
    int downAfter();
}
