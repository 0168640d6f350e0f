package com.clinni.appointments.correction;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** The settings of corrections: when it is decided whether a change is told. */
@ConfigMapping(prefix = "corrections")
interface CorrectionConfig {

    /** How often to look for changes to decide on; {@code off} never does. */
    @WithDefault("1s")
    String pollEvery();

    /** How long a visit must stand still first: whoever moves it twice has one message sent. */
    @WithDefault("20s")
    Duration settle();

    /** Longer than a doubt lasts; then what is held leaves, whatever is known. */
    @WithDefault("15m")
    Duration longestHold();

    /** So long before a held reminder is worthless, it leaves, whatever is known. */
    @WithDefault("1m")
    Duration holdEndsBefore();

    /** On how many visits one transaction decides. */
    @WithDefault("500")
    @Min(1)
    @Max(1000)
    int batchSize();
}
