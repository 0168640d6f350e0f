package com.clinni.fallback;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where this service runs. */
@ConfigMapping(prefix = "clinni")
interface HouseConfig {

    /** Who can reach the HTTP port. */
    enum Exposure {
        /** Programs on this machine. */
        LOOPBACK,
        /** Containers whose ports are published on loopback only, or behind a network policy. */
        PRIVATE_NETWORK
    }

    @WithDefault("loopback")
    Exposure exposure();

    /** This pod's name among its like: it names the pod's consumers. */
    @WithDefault("local")
    String node();
}
