package com.clinni.reminders.start;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where this service stands. */
@ConfigMapping(prefix = "clinni")
interface ClinniConfig {

    /** Who can reach the service: {@code loopback} or {@code private-network}. */
    @WithDefault("loopback")
    Exposure exposure();

    /** Tells the nodes of this service apart: it names their consumers. */
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
