package com.clinni.platform.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the outbox's relay. */
@ConfigMapping(prefix = "outbox")
interface OutboxConfig {

    /** How often to look for records that wait; {@code off} never does. */
    @WithDefault("1s")
    String pollEvery();

    /** How many records one transaction publishes, from 1 to 1,000. */
    @WithDefault("500")
    int batchSize();
}
