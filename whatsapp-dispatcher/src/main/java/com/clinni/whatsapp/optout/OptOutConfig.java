package com.clinni.whatsapp.optout;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Settings of how opt-outs are taken. */
@ConfigMapping(prefix = "opt-out")
interface OptOutConfig {

    /** By how much clocks may differ: a wish that is not older than its taking back counts. */
    @WithDefault("1m")
    Duration clockTolerance();

    /** The address at which appointments-service says whether a clinic has a visit of a number. */
    @WithDefault("http://localhost:8081")
    URI visitsUrl();
}
