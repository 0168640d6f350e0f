package com.clinni.appointments.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How the outbox empties. */
@ConfigMapping(prefix = "outbox")
interface OutboxConfig {

    /** How often to look for records that wait; {@code off} never does. */
    @WithDefault("1s")
    String pollEvery();

    /** How many records one transaction publishes. */
    @WithDefault("500")
    @Min(1)
    @Max(1000)
    int batchSize();
}
