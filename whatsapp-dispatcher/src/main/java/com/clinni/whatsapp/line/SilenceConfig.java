package com.clinni.whatsapp.line;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of when a line that accepts counts as one that delivers nothing. */
public interface SilenceConfig {

    /** How long an accepted message may go unconfirmed before its line can be called silent. */
    @WithDefault("5m")
    Duration after();

    /** After how long without confirmation the canary is sent, and what it is given itself. */
    @WithDefault("1m")
    Duration suspectAfter();
}
