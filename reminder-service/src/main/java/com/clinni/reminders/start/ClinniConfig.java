package com.clinni.reminders.start;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where this service stands. */
@ConfigMapping(prefix = "clinni")
interface ClinniConfig {

    /** Who can reach the service: {@code loopback} or {@code private-network}. */
    @WithDefault("loopback")
    Exposure exposure();

    /**
     * Tells the nodes of this service apart. A node that starts again under its old name goes on at
     * once instead of after Kafka's session time-out.
     */
    @WithDefault("local")
    String node();

    /** Who can reach a service that asks nobody who they are. */
    enum Exposure {
        /** Only this machine. */
        LOOPBACK,
        /** A network that is closed to everybody else, which whoever deploys answers for. */
        PRIVATE_NETWORK
    }
}
